package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to providers about content. The answer comes back as a {@linkplain ModerationCommand.Verdict command}.
 *
 * @param order the providers, in the order in which they are asked
 * @param until after this nobody need be asked any more
 */
public record ProviderQuestion(
        String questionId,
        String tenantId,
        String contentId,
        ContentKind kind,
        String text,
        @Nullable Media media,
        List<String> order,
        Instant until) {

    public ProviderQuestion {
        order = List.copyOf(order);
    }
}
