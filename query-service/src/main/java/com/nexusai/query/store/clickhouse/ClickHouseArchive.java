package com.nexusai.query.store.clickhouse;

import com.clickhouse.client.api.query.GenericRecord;
import com.nexusai.query.domain.As;
import com.nexusai.query.domain.Assembly.Chosen;
import com.nexusai.query.domain.Cohorts;
import com.nexusai.query.domain.EventMeasure;
import com.nexusai.query.domain.FunnelQuestion;
import com.nexusai.query.domain.RetentionQuestion;
import com.nexusai.query.domain.Segment;
import com.nexusai.query.domain.Tally;
import com.nexusai.query.store.Archive;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables {@code aggregates} and {@code events}. */
public final class ClickHouseArchive implements Archive {
    private final ClickHouseLink link;

    public ClickHouseArchive(ClickHouseLink link) {
        this.link = link;
    }

    @Override
    public void cells(
            String tenantId,
            String metric,
            List<Segment> segments,
            @Nullable Set<String> dimensions,
            boolean histograms,
            Found found) {
        for (var segment : segments) {
            var rows = link.ask(
                    CellQueries.of(tenantId, metric, segment, dimensions, histograms, MeasureQueries.MOST_ROWS));
            refuseTooMany(rows.size());
            rows.forEach(row -> found.add(
                    row.getString("dimension"), Instant.ofEpochSecond(row.getLong("start_seconds")), cell(row)));
        }
    }

    @Override
    public Groups groups(EventMeasure measure) {
        var totals = new LinkedHashMap<String, Tally>();
        var all = new Chosen(0, 0);
        for (var row : link.ask(MeasureQueries.groups(measure))) {
            totals.put(row.getString("d"), figure(row, measure.as()));
            all = new Chosen(row.getLong("groups"), row.hasValue("whole") ? row.getDouble("whole") : 0);
        }
        return new Groups(totals, all);
    }

    @Override
    public void windows(EventMeasure measure, Found found) {
        var granularity = Objects.requireNonNull(measure.granularity());
        var rows = link.ask(MeasureQueries.windows(measure, granularity));
        refuseTooMany(rows.size());
        rows.forEach(row ->
                found.add(row.getString("d"), Instant.ofEpochSecond(row.getLong("w")), figure(row, measure.as())));
    }

    @Override
    public List<Long> funnel(FunnelQuestion question) {
        var reached = new long[question.steps().size()];
        for (var row : link.ask(PathQueries.funnel(question))) {
            // who came to the third step was at the first two
            int level = Math.min(row.getInteger("level"), reached.length);
            for (int step = 0; step < level; step++) {
                reached[step] += row.getLong("people");
            }
        }
        return Arrays.stream(reached).boxed().toList();
    }

    @Override
    public Cohorts retention(RetentionQuestion question) {
        var cohorts = new Cohorts(question.windows());
        var rows = link.ask(PathQueries.retention(question));
        refuseTooMany(rows.size());
        for (var row : rows) {
            var cohort = Instant.ofEpochSecond(row.getLong("cohort"));
            long window = row.getLong("window");
            if (window == 0) {
                cohorts.size(cohort, row.getLong("people"));
            } else {
                cohorts.returned(cohort, Instant.ofEpochSecond(window), row.getLong("people"));
            }
        }
        return cohorts;
    }

    // a cut answer would be a wrong one
    private static void refuseTooMany(int rows) {
        if (rows >= MeasureQueries.MOST_ROWS) {
            throw SourceAway.outOfTime(Source.CLICKHOUSE, new IllegalStateException(rows + " rows"));
        }
    }

    private static Tally figure(GenericRecord row, As as) {
        // what follows from the exact sum is not taken from a binary fraction
        boolean exact = as == As.SUM || as == As.AVG;
        var value = !exact && row.hasValue("v") && !Double.isNaN(row.getDouble("v")) ? row.getDouble("v") : null;
        return new Tally(row.getLong("n"), decimal(row.getString("s")), null, null, null, value);
    }

    private static Tally cell(GenericRecord row) {
        return new Tally(
                row.getLong("count"),
                decimal(row.getString("sum")),
                decimal(row.getString("min")),
                decimal(row.getString("max")),
                histogram(row.getString("buckets")),
                null);
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static @Nullable Map<Integer, Long> histogram(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var buckets = new TreeMap<Integer, Long>();
        for (var bucket : text.split(",", -1)) {
            int colon = bucket.indexOf(':');
            buckets.put(Integer.valueOf(bucket.substring(0, colon)), Long.valueOf(bucket.substring(colon + 1)));
        }
        return buckets;
    }
}
