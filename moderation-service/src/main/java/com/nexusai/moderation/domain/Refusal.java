package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseState;
import java.time.Instant;

/** Why a person's command is not obeyed. */
public sealed interface Refusal {
    /** Stable, for programs. */
    String code();

    /** For people. */
    String detail();

    record NoCase() implements Refusal {
        @Override
        public String code() {
            return "no-case";
        }

        @Override
        public String detail() {
            return "There is no case about this content, or not yet.";
        }
    }

    record WrongState(CaseState state) implements Refusal {
        @Override
        public String code() {
            return "wrong-state";
        }

        @Override
        public String detail() {
            return "The case is " + state + ", where this cannot be done.";
        }
    }

    record Claimed(String by, Instant until) implements Refusal {
        @Override
        public String code() {
            return "claimed-by-another";
        }

        @Override
        public String detail() {
            return by + " reviews it until " + until + ".";
        }
    }

    record Changed() implements Refusal {
        @Override
        public String code() {
            return "changed-meanwhile";
        }

        @Override
        public String detail() {
            return "The case has been decided otherwise, or its content has changed, since it was read.";
        }
    }

    record Held(String by) implements Refusal {
        @Override
        public String code() {
            return "already-decided";
        }

        @Override
        public String detail() {
            return by + " has decided it, and may take that back for a few seconds; then it is in effect.";
        }
    }

    record LeadOnly() implements Refusal {
        @Override
        public String code() {
            return "lead-only";
        }

        @Override
        public String detail() {
            return "Only a lead may do this.";
        }
    }

    record SameModerator() implements Refusal {
        @Override
        public String code() {
            return "same-moderator";
        }

        @Override
        public String detail() {
            return "Whoever decided it first cannot be the one who looks at it again.";
        }
    }

    record NotTheAuthor() implements Refusal {
        @Override
        public String code() {
            return "not-the-author";
        }

        @Override
        public String detail() {
            return "Only the author of the content may appeal.";
        }
    }

    record TooLate(Instant until) implements Refusal {
        @Override
        public String code() {
            return "too-late";
        }

        @Override
        public String detail() {
            return "An appeal was possible until " + until + ".";
        }
    }

    record IdReused() implements Refusal {
        @Override
        public String code() {
            return "id-reused";
        }

        @Override
        public String detail() {
            return "Another command was given under this id.";
        }
    }
}
