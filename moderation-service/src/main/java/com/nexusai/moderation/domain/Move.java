package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.UserEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a person's command. */
public sealed interface Move {
    /**
     * @param standing the case as it now stands
     * @param decision what was decided by it, if anything was
     * @param users what it means for the author and the reporters
     * @param marks what it says of the quality of moderators' decisions
     */
    record Done(ModerationCase standing, @Nullable Decision decision, List<UserEvent> users, List<Mark> marks)
            implements Move {
        public Done {
            users = List.copyOf(users);
            marks = List.copyOf(marks);
        }

        Done(ModerationCase standing, @Nullable Decision decision, List<UserEvent> users) {
            this(standing, decision, users, List.of());
        }

        static Done quietly(ModerationCase standing) {
            return new Done(standing, null, List.of());
        }
    }

    record Refused(Refusal why) implements Move {}
}
