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
     */
    record Done(ModerationCase standing, @Nullable Decision decision, List<UserEvent> users) implements Move {
        public Done {
            users = List.copyOf(users);
        }

        static Done quietly(ModerationCase standing) {
            return new Done(standing, null, List.of());
        }
    }

    record Refused(Refusal why) implements Move {}
}
