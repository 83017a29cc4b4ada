package com.nexusai.ingest.http;

import com.nexusai.ingest.privacy.TenantHash;
import com.nexusai.ingest.settings.Settings;
import com.nexusai.kit.auth.Principal;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.tenant.IpTreatment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the caller's tenant has chosen for its events. */
final class SettingsHandler {
    private static final int MOST_HASHED = 200;

    private final Settings settings;
    private final TenantHash hash;
    private final CompactedWriter<TenantSettings> writer;
    private final InstantSource clock;

    SettingsHandler(Settings settings, TenantHash hash, CompactedWriter<TenantSettings> writer, InstantSource clock) {
        this.settings = settings;
        this.hash = hash;
        this.writer = writer;
        this.clock = clock;
    }

    void get(Context ctx) {
        ctx.json(SettingsView.of(settings.of(Access.tenant(ctx))));
    }

    void put(Context ctx) {
        var caller = Access.of(ctx);
        var wanted = wanted(RequestBody.json(ctx, SettingsRequest.class), caller);
        refuseWhatCannotBe(wanted.privacy());
        UnaryOperator<@Nullable TenantSettings> change = before -> {
            int version = before == null ? 0 : before.version();
            if (wanted.version() != version + 1) {
                throw Problem.conflict(
                                "changed-meanwhile",
                                "Somebody else changed them",
                                "The settings have version " + version + ". Read them again.")
                        .with("version", version);
            }
            return wanted;
        };
        var written = writer.change(
                caller.tenantId(), change, (_, _) -> Changes.ofSettings(caller, wanted.updatedAt(), wanted));
        ctx.json(SettingsView.of(Objects.requireNonNull(written)));
    }

    private TenantSettings wanted(SettingsRequest request, Principal caller) {
        return new TenantSettings(
                caller.tenantId(),
                request.enrichmentsOff() == null ? Set.of() : request.enrichmentsOff(),
                privacy(request.privacy()),
                request.version() + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.subject());
    }

    private static Privacy privacy(SettingsRequest.@Nullable PrivacyRequest request) {
        return request == null
                ? Privacy.NONE
                : new Privacy(
                        request.ip() == null ? IpTreatment.KEEP : request.ip(),
                        request.maskEmails(),
                        request.maskPhones(),
                        request.hashedProperties() == null ? Set.of() : request.hashedProperties());
    }

    private void refuseWhatCannotBe(Privacy privacy) {
        if (privacy.hashes() && !hash.isAvailable()) {
            throw Problem.invalid(
                    "privacy", "asks for hashes, and this installation has no secret for them (INGEST_PRIVACY_SECRET)");
        }
        if (privacy.hashedProperties().size() > MOST_HASHED) {
            throw Problem.invalid("privacy.hashedProperties", "has more than " + MOST_HASHED + " names");
        }
    }
}
