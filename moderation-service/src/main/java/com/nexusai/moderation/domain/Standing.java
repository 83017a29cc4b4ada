package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCase;
import java.time.Instant;
import java.util.Objects;

/** Where a case stands, with what makes that state what it is. */
public sealed interface Standing {
    CaseState state();

    /** A person has to look at it. */
    sealed interface Waiting extends Standing {}

    record Pending() implements Waiting {
        @Override
        public CaseState state() {
            return CaseState.PENDING;
        }
    }

    /** Only a lead may decide it. */
    record Escalated() implements Waiting {
        @Override
        public CaseState state() {
            return CaseState.ESCALATED;
        }
    }

    /** Only somebody else than the one who rejected may decide it. */
    record Appealed() implements Waiting {
        @Override
        public CaseState state() {
            return CaseState.APPEALED;
        }
    }

    /** @param from where it returns to when the claim runs out */
    record InReview(String by, Instant until, Waiting from) implements Standing {
        @Override
        public CaseState state() {
            return CaseState.IN_REVIEW;
        }
    }

    /** The content may be seen. */
    record Open(CaseState state) implements Standing {}

    /** The content may not be seen, and the author has not appealed. */
    record Rejected() implements Standing {
        @Override
        public CaseState state() {
            return CaseState.REJECTED;
        }
    }

    /** The last word. */
    record Upheld() implements Standing {
        @Override
        public CaseState state() {
            return CaseState.UPHELD;
        }
    }

    static Standing of(ModerationCase known) {
        return switch (known.state()) {
            case IN_REVIEW -> {
                var claim = Objects.requireNonNull(known.handling().claim());
                yield new InReview(claim.by(), claim.until(), waiting(claim.from()));
            }
            case PENDING, ESCALATED, APPEALED -> waiting(known.state());
            case APPROVED, OVERTURNED, EXPIRED -> new Open(known.state());
            case REJECTED -> new Rejected();
            case UPHELD -> new Upheld();
        };
    }

    /** Where it waits, whether or not somebody has claimed it meanwhile. */
    static Standing unclaimed(ModerationCase known) {
        return of(known) instanceof InReview review ? review.from() : of(known);
    }

    private static Waiting waiting(CaseState state) {
        return switch (state) {
            case ESCALATED -> new Escalated();
            case APPEALED -> new Appealed();
            default -> new Pending();
        };
    }
}
