package com.nexusai.schema.metric;

import com.nexusai.schema.aggregate.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * The values of a metric's dimensions as the one text that a cell's key has. One value stands as it is; two or three
 * are joined by {@code /}, with {@code %} and {@code /} in them escaped.
 */
public final class DimensionText {
    /** The value of an event that lacks the field, or has an object or a list there. */
    public static final String NONE = "(none)";

    /** Where values go that came after a window had as many as it may. */
    public static final String OTHER = "(other)";

    /** Longer values are cut to this many characters (code points). */
    public static final int LONGEST = 200;

    private static final String ESCAPED_TOTAL = "%2A";

    private DimensionText() {}

    public static String of(String value) {
        return value.equals(Metric.TOTAL) ? ESCAPED_TOTAL : value;
    }

    public static String join(String first, String second) {
        return escape(first) + '/' + escape(second);
    }

    public static String join(String first, String second, String third) {
        return escape(first) + '/' + escape(second) + '/' + escape(third);
    }

    /** The values again, of a metric with so many dimensions. */
    public static List<String> split(String text, int dimensions) {
        if (dimensions == 1) {
            return List.of(text.equals(ESCAPED_TOTAL) ? Metric.TOTAL : text);
        }
        return Arrays.stream(text.split("/", -1)).map(DimensionText::unescape).toList();
    }

    private static String escape(String value) {
        if (value.indexOf('/') < 0 && value.indexOf('%') < 0) {
            return value;
        }
        return value.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescape(String value) {
        return value.indexOf('%') < 0 ? value : value.replace("%2F", "/").replace("%25", "%");
    }
}
