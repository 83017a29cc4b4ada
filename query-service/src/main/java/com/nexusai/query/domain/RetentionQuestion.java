package com.nexusai.query.domain;

import com.nexusai.schema.filter.Filter;

/**
 * Of those who did something first in a window, how many came back later.
 *
 * @param first what makes a person part of a cohort
 * @param back what counts as coming back
 * @param range of the cohorts, whole windows
 * @param periods how many windows later are looked at
 */
public record RetentionQuestion(
        String tenantId, Filter first, Filter back, ZonedWindows windows, TimeRange range, int periods) {}
