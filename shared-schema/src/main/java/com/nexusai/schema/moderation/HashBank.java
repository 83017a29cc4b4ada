package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's list of media that may not be seen. What is on it is rejected at once.
 *
 * @param category what its media are at fault for
 * @param maxDistance in how many of 256 bits a picture's perceptual hash may differ; 31 is usual
 */
public record HashBank(
        String tenantId,
        String name,
        int version,
        String category,
        @Nullable String description,
        int maxDistance,
        List<Entry> entries,
        Instant updatedAt,
        String updatedBy) {

    public HashBank {
        entries = List.copyOf(entries);
    }

    /**
     * One of the two hashes is there.
     *
     * @param note what it is, for people
     */
    public record Entry(
            @Nullable String sha256,
            @Nullable String pdq,
            @Nullable String note) {

        public String hash() {
            return sha256 != null ? sha256 : String.valueOf(pdq);
        }
    }
}
