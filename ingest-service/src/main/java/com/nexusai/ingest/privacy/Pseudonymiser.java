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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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
        var properties = event.properties();
        var extra = event.extra();
        if (masks(privacy)) {
            context = Scrubber.scrub(Scrubber.CONTEXT, context, event.tenantId(), privacy, hash, done);
            extra = scrubbed(event, privacy, done);
        }
        if (masks(privacy) || !privacy.hashedProperties().isEmpty()) {
            properties = Scrubber.scrub(Scrubber.PROPERTIES, properties, event.tenantId(), privacy, hash, done);
        }
        return done.isEmpty() ? event : event.with(properties, withRecord(context, done), extra);
    }

    /** Fields that we do not know may hold anything. */
    private Map<String, RawJson> scrubbed(Event event, Privacy privacy, Set<String> done) {
        if (event.extra().isEmpty()) {
            return event.extra();
        }
        var scrubbed = new LinkedHashMap<String, RawJson>();
        event.extra()
                .forEach((name, value) ->
                        scrubbed.put(name, Scrubber.scrub(name, value, event.tenantId(), privacy, hash, done)));
        return scrubbed;
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

    private static boolean masks(Privacy privacy) {
        return privacy.maskEmails() || privacy.maskPhones();
    }
}
