package com.nexusai.ingest.enrich;

import com.nexusai.ingest.settings.Settings;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.event.RawObject;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.Enrichment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Adds to the context of an event what can be told from it. Nothing that the producer said is replaced, and an event
 * with nothing to tell from is passed on as it is.
 */
public final class Enricher {
    private static final int BARE = "{}".length();

    private final Settings settings;
    private final UserAgents userAgents;
    private final @Nullable GeoDatabase places;

    /** @param places null where no database is configured */
    public Enricher(Settings settings, UserAgents userAgents, @Nullable GeoDatabase places) {
        this.settings = settings;
        this.userAgents = userAgents;
        this.places = places;
    }

    public Event enrich(Event event) {
        if (event.context().size() <= BARE) {
            return event;
        }
        try {
            var added = additions(event, ContextClues.read(event.context()));
            return added.isEmpty() ? event : event.withContext(RawObject.append(event.context(), added));
        } catch (JacksonException unreadable) {
            // it has been judged and counted as good: it passes, without what we would have added
            return event;
        }
    }

    private Map<String, RawJson> additions(Event event, ContextClues clues) {
        var off = settings.of(event.tenantId()).enrichmentsOff();
        var added = new LinkedHashMap<String, RawJson>();
        if (clues.userAgent() != null && wanted(off, Enrichment.USER_AGENT)) {
            addAgent(userAgents.find(event.tenantId(), clues.userAgent()), clues, added);
        }
        if (clues.referrer() != null && wanted(off, Enrichment.REFERRER)) {
            add("referrer", referrer(clues), clues, added);
        }
        if (clues.url() != null && wanted(off, Enrichment.CAMPAIGN)) {
            add("campaign", campaign(clues), clues, added);
        }
        if (places != null && clues.ip() != null && wanted(off, Enrichment.GEO)) {
            add("geo", places.locate(clues.ip()), clues, added);
        }
        return added;
    }

    private static void addAgent(@Nullable Agent agent, ContextClues clues, Map<String, RawJson> added) {
        if (agent != null) {
            add("device", agent.device(), clues, added);
            add("os", agent.os(), clues, added);
            add("browser", agent.browser(), clues, added);
        }
    }

    /** Null where the page before was one of the same site. */
    private static @Nullable RawJson referrer(ContextClues clues) {
        var host = WebAddress.host(clues.referrer());
        if (host == null || host.equals(WebAddress.host(clues.url()))) {
            return null;
        }
        return RawJson.of(Json.MAPPER.createObjectNode().put("host", host));
    }

    private static @Nullable RawJson campaign(ContextClues clues) {
        var parameters = WebAddress.campaign(clues.url());
        return parameters.isEmpty() ? null : RawJson.of(Json.MAPPER.valueToTree(parameters));
    }

    private static void add(String field, @Nullable RawJson value, ContextClues clues, Map<String, RawJson> added) {
        if (value != null && !clues.has(field)) {
            added.put(field, value);
        }
    }

    private static boolean wanted(Set<Enrichment> off, Enrichment enrichment) {
        return !off.contains(enrichment);
    }
}
