package com.nexusai.query.store.clickhouse;

import com.nexusai.query.domain.Segment;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked of the table {@code aggregates}. With FINAL: a cell has a row for each revision until parts are merged. */
final class CellQueries {
    private static final String BUCKETS = "arrayStringConcat(arrayMap((bucket, many) -> concat(toString(bucket), ':', "
            + "toString(many)), mapKeys(histogram), mapValues(histogram)), ',')";

    private CellQueries() {}

    static Sql of(
            String tenantId,
            String metric,
            Segment segment,
            @Nullable Set<String> dimensions,
            boolean histograms,
            int most) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tenant", tenantId);
        parameters.put("metric", metric);
        parameters.put("granularity", segment.granularity().word());
        parameters.put("fromSeconds", segment.range().from().getEpochSecond());
        parameters.put("toSeconds", segment.range().to().getEpochSecond());
        var text = """
                SELECT dimension, toInt64(toUnixTimestamp(start)) AS start_seconds, count,
                       ifNull(toString(sum), '') AS sum, ifNull(toString(min), '') AS min,
                       ifNull(toString(max), '') AS max,\s""" + (histograms ? BUCKETS : "''") + """
                 AS buckets
                FROM aggregates FINAL
                WHERE tenant_id = {tenant:String} AND metric = {metric:String}
                  AND granularity = {granularity:String}
                  AND aggregates.start >= toDateTime({fromSeconds:Int64}, 'UTC')
                  AND aggregates.start < toDateTime({toSeconds:Int64}, 'UTC')
                """;
        if (dimensions == null) {
            return new Sql(text + "  AND dimension != '*'\nLIMIT " + most, parameters);
        }
        int next = 0;
        for (var dimension : dimensions) {
            parameters.put("d" + next++, dimension);
        }
        var names = IntStream.range(0, dimensions.size())
                .mapToObj(at -> "{d" + at + ":String}")
                .collect(Collectors.joining(", "));
        return new Sql(text + "  AND dimension IN (" + names + ")\nLIMIT " + most, parameters);
    }
}
