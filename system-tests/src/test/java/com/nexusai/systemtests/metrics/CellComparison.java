package com.nexusai.systemtests.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the cells of one metric against the answer of SQL, in both directions.
 *
 * @param oldestMinute minute cells that start before it may be forgotten already, and are not looked at
 */
record CellComparison(Instant oldestMinute) {

    List<Difference> of(Map<CellId, Figures> bySql, Map<CellId, PublishedCell> published) {
        var differences = new ArrayList<Difference>();
        bySql.forEach((id, figures) -> {
            var cell = published.get(id);
            if (counts(id) && !agree(cell, figures)) {
                differences.add(
                        new Difference(id, cell == null ? Difference.NOTHING : cell.toString(), figures.toString()));
            }
        });
        published.forEach((id, cell) -> {
            if (counts(id) && !bySql.containsKey(id) && !cell.isNothing()) {
                differences.add(new Difference(id, cell.toString(), Difference.NOTHING));
            }
        });
        return differences;
    }

    private boolean counts(CellId id) {
        return !id.granularity().equals("minute") || !id.start().isBefore(oldestMinute);
    }

    private static boolean agree(@Nullable PublishedCell cell, Figures figures) {
        if (cell == null) {
            return false;
        }
        if (figures.count() != null && figures.count() != cell.count()) {
            return false;
        }
        if (figures.sum() != null && (cell.sum() == null || figures.sum().compareTo(cell.sum()) != 0)) {
            return false;
        }
        return figures.top() == null || figures.top().equals(cell.top());
    }
}
