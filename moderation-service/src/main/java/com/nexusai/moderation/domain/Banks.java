package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which media may not be seen, tenant by tenant. */
@FunctionalInterface
public interface Banks {
    Banks NONE = (tenantId, media) -> Optional.empty();

    /** How the rule of such a reason begins. */
    String RULE = "bank/";

    /** The entry that it is on, as the reason of its rejection. */
    Optional<Reason> match(String tenantId, @Nullable Media media);

    static boolean isOnOne(Score score) {
        return score.reasons().stream().anyMatch(reason -> reason.rule().startsWith(RULE));
    }
}
