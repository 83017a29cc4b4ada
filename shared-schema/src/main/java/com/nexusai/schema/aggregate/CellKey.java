package com.nexusai.schema.aggregate;

import java.time.Instant;
import java.util.List;

/**
 * Which cell: {@code tenant/metric/granularity/dimension/2026-01-31T09:30:00Z}. Readable in any tool, and it sorts: a
 * series is one range of keys, a breakdown one prefix.
 */
public record CellKey(Series series, Instant start) {

    public static CellKey parse(String text) {
        List<String> parts = KeyText.split(text);
        if (parts.size() != 5) {
            throw new IllegalArgumentException("not a cell key: '" + text + "'");
        }
        var series = new Series(parts.get(0), parts.get(1), Granularity.of(parts.get(2)), parts.get(3));
        return new CellKey(series, Instant.parse(parts.get(4)));
    }

    public String text() {
        return series.prefix() + start;
    }

    public String partitionKey() {
        return series.partitionKey();
    }

    /** The partition key of a cell key in its text form, without parsing the rest. */
    public static String partitionKeyOf(String text) {
        int second = text.indexOf(KeyText.SEPARATOR, text.indexOf(KeyText.SEPARATOR) + 1);
        return second < 0 ? text : text.substring(0, second);
    }
}
