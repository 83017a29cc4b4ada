package com.nexusai.ingest.domain;

import com.nexusai.ingest.domain.Verdict.Accepted;
import com.nexusai.ingest.domain.Verdict.Rejected;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventDraft;
import com.nexusai.schema.event.EventReader;
import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.event.RawObject;
import com.nexusai.schema.rejection.Rejection;
import com.nexusai.schema.rejection.RejectionCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges one event. The HTTP gate and the topology both ask it about the same bytes and get the same verdict, so a
 * producer is told at once what the stream will do.
 */
public final class Admission {
    public static final String DEFAULT_TENANT = "default";

    private final Limits limits;
    private final Plans plans;

    public Admission(Limits limits) {
        this(limits, Plans.NONE);
    }

    public Admission(Limits limits, Plans plans) {
        this.limits = limits;
        this.plans = plans;
    }

    public Verdict judge(byte @Nullable [] json, Provenance provenance) {
        if (json == null || json.length == 0) {
            return unreadable(provenance, RejectionCode.MALFORMED, "the record is empty");
        }
        if (json.length > limits.maxEventBytes()) {
            return unreadable(
                    provenance,
                    RejectionCode.TOO_LARGE,
                    "the event has " + json.length + " bytes, at most " + limits.maxEventBytes() + " are accepted");
        }
        try {
            return judge(EventReader.readStrictly(json), provenance);
        } catch (MalformedEvent malformed) {
            return new Rejected(
                    tenantOrDefault(provenance.tenantId()),
                    provenance.eventId(),
                    new Rejection(malformed.code(), malformed.field(), malformed.problem()));
        }
    }

    private Verdict judge(EventDraft draft, Provenance provenance) {
        var event = new Event(
                orElse(draft.eventId, provenance.eventId()),
                provenance.tenantId() != null ? provenance.tenantId() : tenantOrDefault(draft.tenantId),
                orElse(draft.type, ""),
                blankToNull(draft.userId),
                blankToNull(draft.anonymousId),
                blankToNull(draft.sessionId),
                draft.timestamp != null ? draft.timestamp : provenance.receivedAt(),
                provenance.receivedAt(),
                draft.properties != null ? draft.properties : RawJson.EMPTY_OBJECT,
                draft.context != null ? draft.context : RawJson.EMPTY_OBJECT,
                draft.content,
                draft.extra());
        return objection(event, provenance.backfill())
                .<Verdict>map(rejection -> new Rejected(
                        Identifiers.tenantOr(DEFAULT_TENANT, event.tenantId()),
                        Identifiers.idOr(provenance.eventId(), event.eventId()),
                        rejection))
                .orElseGet(() -> byPlan(event));
    }

    private Verdict byPlan(Event event) {
        var violation = plans.judge(event);
        if (violation == null) {
            return new Accepted(event);
        }
        return violation.enforced()
                ? new Rejected(event.tenantId(), event.eventId(), violation.rejection())
                : new Accepted(event.withContext(RawObject.put(event.context(), Plans.TAG, violation.tag())));
    }

    private Optional<Rejection> objection(Event event, boolean backfill) {
        return Identifiers.objection(event).or(() -> Texts.objection(event)).or(() -> timeObjection(event, backfill));
    }

    private Optional<Rejection> timeObjection(Event event, boolean backfill) {
        var received = event.receivedAt();
        if (!backfill && event.timestamp().isBefore(received.minus(limits.maxAge()))) {
            return Optional.of(new Rejection(
                    RejectionCode.TOO_OLD,
                    "timestamp",
                    event.timestamp() + " is more than " + words(limits.maxAge()) + " before it was received, "
                            + received));
        }
        if (event.timestamp().isAfter(received.plus(limits.maxFuture()))) {
            return Optional.of(new Rejection(
                    RejectionCode.IN_THE_FUTURE,
                    "timestamp",
                    event.timestamp() + " is more than " + words(limits.maxFuture()) + " after it was received, "
                            + received));
        }
        return Optional.empty();
    }

    private static Rejected unreadable(Provenance provenance, RejectionCode code, String detail) {
        return new Rejected(
                tenantOrDefault(provenance.tenantId()), provenance.eventId(), new Rejection(code, null, detail));
    }

    private static String tenantOrDefault(@Nullable String tenantId) {
        return orElse(tenantId, DEFAULT_TENANT);
    }

    private static String orElse(@Nullable String text, String fallback) {
        return text == null || text.isBlank() ? fallback : text;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + " days";
        }
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " minutes" : duration.toMillis() + " ms";
    }
}
