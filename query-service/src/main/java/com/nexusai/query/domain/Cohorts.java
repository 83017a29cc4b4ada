package com.nexusai.query.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together who came back when. Not thread-safe. */
public final class Cohorts {
    private final ZonedWindows windows;
    private final Map<Instant, Long> sizes = new HashMap<>();
    private final Map<Instant, Map<Instant, Long>> returned = new HashMap<>();

    public Cohorts(ZonedWindows windows) {
        this.windows = windows;
    }

    public void size(Instant cohort, long people) {
        sizes.merge(windows.start(cohort), people, Long::sum);
    }

    public void returned(Instant cohort, Instant window, long people) {
        returned.computeIfAbsent(windows.start(cohort), _ -> new HashMap<>())
                .merge(windows.start(window), people, Long::sum);
    }

    /** The cohort of each window of the range, oldest first. */
    public List<Cohort> of(TimeRange range, int periods, Instant now) {
        var cohorts = new ArrayList<Cohort>();
        for (var start : windows.starts(range, Planner.MOST_WINDOWS)) {
            var later = returned.getOrDefault(start, Map.of());
            var row = new ArrayList<Long>();
            var at = start;
            for (int period = 0; period < periods && !at.isAfter(now); period++) {
                row.add(later.getOrDefault(at, 0L));
                at = windows.next(at);
            }
            cohorts.add(new Cohort(start, sizes.getOrDefault(start, 0L), row));
        }
        return cohorts;
    }
}
