package com.nexusai.ingest.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.ingest.enrich.ContextClues;
import com.nexusai.ingest.settings.Settings;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.event.RawObject;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.IpTreatment;
import com.nexusai.schema.tenant.Privacy;
import java.util.LinkedHashSet;
import java.util.Set;

/** Takes out of an event what its tenant does not want others to see, and says in its context what that was. */
public final class Pseudonymiser {
    /** The field of the context that says what was done. */
    public static final String RECORD = "privacy";

    private final Settings settings;
    private final TenantHash hash;

    public Pseudonymiser(Settings settings, TenantHash hash) {
        this.settings = settings;
        this.hash = hash;
    }

    public Event pseudonymise(Event event) {
        var privacy = settings.of(event.tenantId()).privacy();
        if (privacy.hidesNothing()) {
            return event;
        }
        var done = new LinkedHashSet<String>();
        var context = withoutAddress(event, privacy, done);
        var properties = asksForProperties(privacy)
                ? Scrubber.scrub(event.properties(), event.tenantId(), privacy, hash, done)
                : event.properties();
        return done.isEmpty() ? event : event.with(properties, withRecord(context, done));
    }

    private RawJson withoutAddress(Event event, Privacy privacy, Set<String> done) {
        var context = event.context();
        var ip = privacy.ip() == IpTreatment.KEEP
                ? null
                : ContextClues.read(context).ip();
        if (ip == null || ip.equals(IpMask.MASK) || TenantHash.isHash(ip)) {
            return context;
        }
        boolean truncates = privacy.ip() == IpTreatment.TRUNCATE;
        var hidden = truncates ? IpMask.truncate(ip) : hash.of(event.tenantId(), ip.getBytes(UTF_8));
        if (hidden.equals(ip)) {
            return context;
        }
        done.add(truncates ? "ip:truncated" : "ip:hashed");
        return RawObject.put(context, "ip", RawJson.ofText(hidden));
    }

    private static RawJson withRecord(RawJson context, Set<String> done) {
        var record = Json.MAPPER.createArrayNode();
        var before = RawObject.find(context, RECORD);
        if (before != null && before.tree().isArray()) {
            before.tree().forEach(record::add);
        }
        done.forEach(record::add);
        return RawObject.put(context, RECORD, RawJson.of(record));
    }

    private static boolean asksForProperties(Privacy privacy) {
        return privacy.maskEmails()
                || privacy.maskPhones()
                || !privacy.hashedProperties().isEmpty();
    }
}
