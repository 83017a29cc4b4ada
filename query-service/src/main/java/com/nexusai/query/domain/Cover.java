package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Windows made of the fewest cells: coarse ones where they fit, finer ones at the edges. */
final class Cover {
    private static final int MOST_CELLS = 200_000;

    private final List<Granularity> coarseFirst;
    private final List<Segment> segments = new ArrayList<>();
    private int cells;

    private Cover(Set<Granularity> granularities) {
        coarseFirst = granularities.stream()
                .sorted(Comparator.comparingInt(Granularity::code).reversed())
                .toList();
    }

    /**
     * @param bounds the starts of windows that follow each other, and the end of the last; no cell lies across one
     * @return empty if cells do not fit
     */
    static Optional<List<Segment>> of(List<Instant> bounds, Set<Granularity> granularities) {
        var cover = new Cover(granularities);
        for (int i = 0; i + 1 < bounds.size(); i++) {
            if (!cover.window(bounds.get(i), bounds.get(i + 1))) {
                return Optional.empty();
            }
        }
        return Optional.of(cover.segments);
    }

    /** The same for what cannot be added up: each window has to be a cell itself. */
    static Optional<List<Segment>> exactly(List<Instant> bounds, Set<Granularity> granularities) {
        return granularities.stream()
                .filter(granularity -> isCells(bounds, granularity))
                .findFirst()
                .map(granularity ->
                        List.of(new Segment(granularity, new TimeRange(bounds.getFirst(), bounds.getLast()))));
    }

    private static boolean isCells(List<Instant> bounds, Granularity granularity) {
        for (int i = 0; i + 1 < bounds.size(); i++) {
            var start = bounds.get(i);
            if (!granularity.start(start).equals(start)
                    || !granularity.next(start).equals(bounds.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private boolean window(Instant from, Instant to) {
        for (var at = from; at.isBefore(to); ) {
            var cell = largest(at, to);
            if (cell.isEmpty() || ++cells > MOST_CELLS) {
                return false;
            }
            var next = cell.get().next(at);
            add(cell.get(), at, next);
            at = next;
        }
        return true;
    }

    private Optional<Granularity> largest(Instant at, Instant to) {
        return coarseFirst.stream()
                .filter(granularity -> granularity.start(at).equals(at)
                        && !granularity.next(at).isAfter(to))
                .findFirst();
    }

    private void add(Granularity granularity, Instant from, Instant to) {
        if (!segments.isEmpty()) {
            var last = segments.getLast();
            if (last.granularity() == granularity && last.range().to().equals(from)) {
                segments.set(
                        segments.size() - 1,
                        new Segment(granularity, new TimeRange(last.range().from(), to)));
                return;
            }
        }
        segments.add(new Segment(granularity, new TimeRange(from, to)));
    }
}
