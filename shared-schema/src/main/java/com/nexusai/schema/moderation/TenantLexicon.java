package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's own words, which are looked for beside those that come with the service.
 *
 * @param allowed phrases within which nothing is at fault; a word by itself is allowed everywhere
 */
public record TenantLexicon(
        String tenantId,
        String name,
        int version,
        List<Word> words,
        List<String> allowed,
        Instant updatedAt,
        String updatedBy) {

    public TenantLexicon {
        words = List.copyOf(words);
        allowed = List.copyOf(allowed);
    }

    /**
     * @param severity what it takes from the confidence, 0 to 1
     * @param language null for any
     */
    public record Word(
            String phrase,
            String category,
            double severity,
            @Nullable String language) {}
}
