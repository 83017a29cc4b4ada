package com.nexusai.ingest.rejected;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Provenance;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.rejection.Rejection;
import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a rejected event is to be changed before it is judged again.
 *
 * @param patch a JSON merge patch (RFC 7396); null for none
 * @param event stands in place of the whole event, also of bytes that are no JSON; null for the event as it came
 * @param backfill whether its time may lie as far back as it likes
 */
public record Mending(@Nullable JsonNode patch, @Nullable JsonNode event, boolean backfill) {
    public static final Mending NONE = new Mending(null, null, false);

    /** What would be sent, and what the door would say to it today. */
    public static final class Outcome {
        private final byte[] bytes;
        private final Provenance provenance;
        private final Verdict verdict;

        Outcome(byte[] bytes, Provenance provenance, Verdict verdict) {
            this.bytes = bytes;
            this.provenance = provenance;
            this.verdict = verdict;
        }

        byte[] bytes() {
            return bytes;
        }

        Provenance provenance() {
            return provenance;
        }

        public Verdict verdict() {
            return verdict;
        }
    }

    /** @param raw the bytes as they came */
    public Outcome tryOn(RejectedEntry entry, byte[] raw, Admission admission, Instant now) {
        var provenance = new Provenance(entry.tenantId(), entry.eventId(), now, backfill);
        try {
            var bytes = mended(raw);
            return new Outcome(bytes, provenance, sameId(entry, admission.judge(bytes, provenance)));
        } catch (JacksonException notJson) {
            return refused(entry, raw, provenance, "is not valid JSON, so it cannot be patched: send it whole");
        }
    }

    public boolean changes() {
        return patch != null || event != null;
    }

    private byte[] mended(byte[] raw) {
        if (!changes()) {
            return raw;
        }
        var whole = event != null ? event : Json.MAPPER.readTree(raw);
        return Json.MAPPER.writeValueAsBytes(patch == null ? whole : merged(whole, patch));
    }

    /** Under another id it would be another event, and the first could be sent again. */
    private static Verdict sameId(RejectedEntry entry, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted(Event event) && !event.eventId().equals(entry.eventId())) {
            return new Verdict.Rejected(
                    entry.tenantId(),
                    entry.eventId(),
                    new Rejection(
                            RejectionCode.INVALID_FIELD,
                            "eventId",
                            "must stay '" + entry.eventId() + "', or be left out: it is the same event"));
        }
        return verdict;
    }

    private static Outcome refused(RejectedEntry entry, byte[] raw, Provenance provenance, String why) {
        var rejection = new Rejection(RejectionCode.MALFORMED, null, why);
        return new Outcome(raw, provenance, new Verdict.Rejected(entry.tenantId(), entry.eventId(), rejection));
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? ((ObjectNode) target).deepCopy() : Json.MAPPER.createObjectNode();
        for (var change : patch.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
