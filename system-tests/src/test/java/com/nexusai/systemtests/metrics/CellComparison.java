package com.nexusai.systemtests.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the cells of one metric against the answer of SQL, in both directions.
 *
 * @param oldestMinute minute cells that start before it may be forgotten already, and are not looked at
 */
record CellComparison(Instant oldestMinute) {
    /** The coarsest windows first: with those one finds the cause. */
    private static final Comparator<CellId> COARSE_FIRST = Comparator.comparingInt((CellId id) ->
                    List.of("month", "week", "day", "hour", "minute").indexOf(id.granularity()))
            .thenComparing(CellId::start)
            .thenComparing(CellId::tenant)
            .thenComparing(CellId::dimension);

    SortedMap<CellId, Difference> of(Map<CellId, Figures> bySql, Map<CellId, PublishedCell> published) {
        var differences = new TreeMap<CellId, Difference>(COARSE_FIRST);
        bySql.forEach((id, figures) -> {
            var cell = published.get(id);
            var fault = cell == null ? "" : faultOf(cell, figures);
            if (counts(id) && fault != null) {
                differences.put(
                        id,
                        new Difference(
                                id + fault, cell == null ? Difference.NOTHING : cell.toString(), figures.toString()));
            }
        });
        published.forEach((id, cell) -> {
            if (counts(id) && !bySql.containsKey(id) && !cell.isNothing()) {
                differences.put(id, new Difference(id.toString(), cell.toString(), Difference.NOTHING));
            }
        });
        return differences;
    }

    private boolean counts(CellId id) {
        return !id.granularity().equals("minute") || !id.start().isBefore(oldestMinute);
    }

    /** @return null if they agree */
    private static @Nullable String faultOf(PublishedCell cell, Figures figures) {
        if (figures.count() != null && figures.count() != cell.count()) {
            return ", count";
        }
        if (figures.sum() != null && (cell.sum() == null || figures.sum().compareTo(cell.sum()) != 0)) {
            return ", sum";
        }
        if (figures.values() != null) {
            return HistogramCheck.faultOf(figures.values(), cell.histogram());
        }
        return figures.top() == null ? null : faultOf(figures.top(), cell.top());
    }

    private static @Nullable String faultOf(List<Ranked> bySql, @Nullable List<Ranked> published) {
        var ranking = published == null ? List.<Ranked>of() : published;
        var places = new ArrayList<Integer>();
        for (int place = 0; place < Math.max(bySql.size(), ranking.size()); place++) {
            if (place >= bySql.size()
                    || place >= ranking.size()
                    || !bySql.get(place).equals(ranking.get(place))) {
                places.add(place + 1);
            }
        }
        return places.isEmpty() ? null : ", places " + places;
    }
}
