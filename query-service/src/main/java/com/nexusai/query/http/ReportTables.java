package com.nexusai.query.http;

import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricAnswer;
import com.nexusai.query.domain.Point;
import com.nexusai.query.engine.Answer;
import com.nexusai.query.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as tables: a row for each window of each group. */
final class ReportTables {
    private ReportTables() {}

    /** Of what a widget is answered with. */
    static Table of(String title, Object answer) {
        return switch (answer) {
            case Answer generic -> generic(title, generic);
            case FunnelView funnel -> funnel(title, funnel);
            case RetentionRoutes.View retention -> retention(title, retention);
            default -> throw new IllegalArgumentException("no table is made of " + answer.getClass());
        };
    }

    private static Table generic(String title, Answer answer) {
        boolean points = answer.granularity() != null;
        var columns = points
                ? List.of("metric", "figure", "group", "start", "value", "count", "sum")
                : List.of("metric", "figure", "group", "value", "count", "sum", "share");
        var rows = new ArrayList<List<@Nullable Object>>();
        long leftOut = 0;
        for (var result : answer.results()) {
            leftOut += result.groupsLeftOut();
            for (var group : result.groups()) {
                if (points) {
                    points(result, group, rows);
                } else {
                    rows.add(Arrays.asList(
                            result.metric(),
                            result.as(),
                            name(group),
                            group.value(),
                            group.count(),
                            group.sum(),
                            group.share()));
                }
            }
        }
        var note = "From " + answer.from() + " to " + answer.to() + ", time zone " + answer.timeZone()
                + (leftOut > 0 ? "; " + leftOut + " smaller groups are left out" : "") + "; " + fresh(answer.meta());
        return new Table(title, note, columns, rows);
    }

    private static void points(MetricAnswer result, Group group, List<List<@Nullable Object>> rows) {
        for (Point point : group.points() == null ? List.<Point>of() : group.points()) {
            rows.add(Arrays.asList(
                    result.metric(),
                    result.as(),
                    name(group),
                    point.start(),
                    point.value(),
                    point.count(),
                    point.sum()));
        }
    }

    private static String name(Group group) {
        return group.values().isEmpty() ? group.dimension() : String.join(" / ", group.values());
    }

    private static Table funnel(String title, FunnelView view) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var step : view.steps()) {
            rows.add(Arrays.asList(
                    step.step(), step.filter(), step.users(), step.ofPrevious(), step.ofFirst(), step.medianSeconds()));
        }
        return new Table(
                title,
                "Within " + view.window() + ", from " + view.from() + " to " + view.to() + "; " + fresh(view.meta()),
                List.of("step", "filter", "people", "of the step before", "of the first", "median seconds"),
                rows);
    }

    private static Table retention(String title, RetentionRoutes.View view) {
        var columns = new ArrayList<>(List.of("cohort", "people"));
        for (int period = 0; period < view.periods(); period++) {
            columns.add(view.granularity() + " " + period);
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var cohort : view.cohorts()) {
            var row = new ArrayList<@Nullable Object>(columns.size());
            row.add(cohort.start());
            row.add(cohort.size());
            for (int period = 0; period < view.periods(); period++) {
                // what has not come yet is empty
                row.add(period < cohort.returned().size() ? cohort.returned().get(period) : null);
            }
            rows.add(row);
        }
        return new Table(title, "From " + view.from() + " to " + view.to() + "; " + fresh(view.meta()), columns, rows);
    }

    private static String fresh(Meta meta) {
        return (meta.asOf() == null ? "from " : "as of " + meta.asOf() + ", from ") + meta.source();
    }
}
