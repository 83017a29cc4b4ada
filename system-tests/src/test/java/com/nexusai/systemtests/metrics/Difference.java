package com.nexusai.systemtests.metrics;

import java.util.Comparator;
import java.util.List;

/** One figure that two sources do not agree on. Both are in words, for the person who reads it. */
record Difference(CellId cell, String published, String bySql) {
    static final String NOTHING = "nothing";
    static final Comparator<Difference> BY_CELL = Comparator.comparing((Difference it) -> it.cell.granularity())
            .thenComparing(it -> it.cell.start())
            .thenComparing(it -> it.cell.tenant())
            .thenComparing(it -> it.cell.dimension());

    /** The first ten, the coarsest windows first: with those one finds the cause. */
    static String report(String what, List<Difference> differences) {
        var report = new StringBuilder(what + ": " + differences.size() + " differences\n");
        differences.stream()
                .sorted(BY_CELL)
                .limit(10)
                .forEach(it -> report.append("  ")
                        .append(it.cell)
                        .append("\n    published ")
                        .append(it.published)
                        .append("\n    by SQL    ")
                        .append(it.bySql)
                        .append('\n'));
        return report.toString();
    }
}
