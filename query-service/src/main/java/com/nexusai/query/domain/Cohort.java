package com.nexusai.query.domain;

import java.time.Instant;
import java.util.List;

/**
 * People who began in the same window.
 *
 * @param returned how many were there again, 0, 1 and so on windows later, as far as those have begun
 */
public record Cohort(Instant start, long size, List<Long> returned) {
    public Cohort {
        returned = List.copyOf(returned);
    }
}
