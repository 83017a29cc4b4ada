package com.nexusai.systemtests.metrics;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.RealtimeKeys;
import io.lettuce.core.RedisClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what the sinks made of the published cells against those, and against SQL. */
final class StoredComparison {
    private static final String STORED_CELLS = """
            SELECT tenant_id AS tenantId, metric, granularity, dimension, start, count, sum,
                histogram, top, revision
            FROM aggregates FINAL
            SETTINGS date_time_output_format = 'iso'""";

    private StoredComparison() {}

    /** The table keeps minutes that the topic forgets; everything else is in both. */
    static List<Difference> ofClickHouse(RawRows rows, Iterable<PublishedCell> published, Instant oldestMinute) {
        var stored = new HashMap<CellId, PublishedCell>();
        for (var cell : rows.rows(STORED_CELLS, PublishedCell.class, "analytics")) {
            stored.put(cell.id(), cell);
        }
        var differences = new ArrayList<Difference>();
        for (var cell : published) {
            var row = stored.remove(cell.id());
            if (row == null
                    || row.revision() != cell.revision()
                    || !row.toString().equals(cell.toString())) {
                differences.add(new Difference(cell.id() + " in ClickHouse", cell.toString(), "(stored) " + row));
            }
        }
        stored.forEach((id, row) -> {
            if (!id.granularity().equals("minute") || !id.start().isBefore(oldestMinute)) {
                differences.add(new Difference(id + " in ClickHouse", Difference.NOTHING, "(stored) " + row));
            }
        });
        return differences;
    }

    static List<Difference> ofRedis(String redisUrl, Map<CellId, Figures> eventsBySql) {
        var days = new ArrayList<CellId>();
        eventsBySql.keySet().stream()
                .filter(id -> id.granularity().equals("day"))
                .forEach(days::add);
        var client = RedisClient.create(redisUrl);
        try (var connection = client.connect()) {
            var keys = days.stream().map(StoredComparison::redisKey).toArray(String[]::new);
            var differences = new ArrayList<Difference>();
            var answers = connection.sync().mget(keys);
            for (int i = 0; i < keys.length; i++) {
                var inRedis = answers.get(i).getValueOrElse(Difference.NOTHING);
                var bySql = count(eventsBySql.get(days.get(i)));
                if (!inRedis.equals(bySql)) {
                    differences.add(new Difference(keys[i] + " in Redis", inRedis, bySql));
                }
            }
            return differences;
        } finally {
            client.shutdown();
        }
    }

    private static String redisKey(CellId day) {
        var date = day.start().atZone(ZoneOffset.UTC).toLocalDate();
        return day.dimension().equals(Metric.TOTAL)
                ? RealtimeKeys.eventsTotal(day.tenant(), date)
                : RealtimeKeys.events(day.tenant(), day.dimension(), date);
    }

    private static String count(@Nullable Figures figures) {
        return figures == null ? Difference.NOTHING : String.valueOf(figures.count());
    }
}
