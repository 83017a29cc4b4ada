package com.nexusai.ingest.http;

import com.nexusai.kit.auth.Principal;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.TenantSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How changes of a tenant's rules read in the audit log. */
final class Changes {
    private Changes() {}

    /** @param plan null where it was removed */
    static AuditEntry ofPlan(Principal caller, Instant now, String type, @Nullable TrackingPlan plan) {
        var details = plan == null
                ? Map.<String, String>of()
                : Map.of(
                        "version",
                        Integer.toString(plan.version()),
                        "mode",
                        String.valueOf(plan.mode()).toLowerCase(Locale.ROOT));
        return new AuditEntry(
                caller.tenantId(),
                now,
                caller.subject(),
                plan == null ? "tracking-plan-deleted" : "tracking-plan-changed",
                "tracking-plan/" + type,
                details);
    }

    static AuditEntry ofSettings(Principal caller, Instant now, TenantSettings settings) {
        var privacy = settings.privacy();
        return new AuditEntry(
                caller.tenantId(),
                now,
                caller.subject(),
                "tenant-settings-changed",
                "tenant-settings",
                Map.of(
                        "version", Integer.toString(settings.version()),
                        "enrichmentsOff", list(settings.enrichmentsOff()),
                        "ip", String.valueOf(privacy.ip()).toLowerCase(Locale.ROOT),
                        "maskEmails", Boolean.toString(privacy.maskEmails()),
                        "maskPhones", Boolean.toString(privacy.maskPhones()),
                        "hashedProperties", list(privacy.hashedProperties())));
    }

    private static String list(Collection<?> items) {
        return Json.shorten(items.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
