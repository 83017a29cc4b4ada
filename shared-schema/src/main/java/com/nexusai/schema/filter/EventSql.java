package com.nexusai.schema.filter;

import static java.util.stream.Collectors.joining;

import com.nexusai.schema.filter.FieldPath.Root;
import com.nexusai.schema.metric.DimensionText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of an event as ClickHouse expressions over the table {@code events}, meaning the same as they do on the
 * stream. Whatever a tenant wrote is a bound parameter, {@code {f0:String}}, never part of the text. One difference
 * remains: ClickHouse reads a JSON number with a fraction as a double, so beyond 15 digits it is not exact there.
 */
public final class EventSql {
    /** How many decimals ClickHouse keeps before it rounds as we do. */
    private static final int SCALE = 30;

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The parameters of everything that was asked for so far: value by name. */
    public Map<String, String> parameters() {
        return names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, _) -> a, LinkedHashMap::new));
    }

    /** A condition that is 0 or 1, never NULL. */
    public String condition(Filter filter) {
        return new FilterSql(this).condition(filter);
    }

    /** The value as a decimal with 9 places; NULL where it is no number. */
    public String number(FieldPath path) {
        var digits = path.inJson()
                ? "multiIf(" + type(path) + " IN ('Int64', 'UInt64', 'Double'), " + json("JSONExtractRaw", path) + ", "
                        + plainDecimal(path) + ", " + text(path) + ", '')"
                : "if(" + plainDecimal(path) + ", " + text(path) + ", '')";
        var rounded = "roundBankers(toDecimal256OrNull(" + digits + ", " + SCALE + "), 9)";
        return "if(abs(" + rounded + ") < toDecimal256('1000000000000000000', 0), " + rounded + ", NULL)";
    }

    /** The value as text; NULL where it is missing or nested. */
    public String value(FieldPath path) {
        if (!path.inJson()) {
            return "nullIf(" + text(path) + ", '')";
        }
        return "multiIf(" + type(path) + " = 'String', " + text(path) + ", "
                + type(path) + " = 'Bool', " + json("JSONExtractRaw", path) + ", "
                + type(path) + " IN ('Int64', 'UInt64', 'Double'), ifNull(toString(" + number(path) + "), "
                + json("JSONExtractRaw", path) + "), NULL)";
    }

    /** The text of a metric's dimensions, as in the key of its cells. */
    public String dimensions(List<FieldPath> paths) {
        if (paths.isEmpty()) {
            return "'*'";
        }
        if (paths.size() == 1) {
            var value = dimension(paths.getFirst());
            return "if(" + value + " = '*', '%2A', " + value + ")";
        }
        return paths.stream()
                .map(path -> "replaceAll(replaceAll(" + dimension(path) + ", '%', '%25'), '/', '%2F')")
                .collect(joining(", '/', ", "concat(", ")"));
    }

    private String dimension(FieldPath path) {
        return "leftUTF8(ifNull(" + value(path) + ", '" + DimensionText.NONE + "'), " + DimensionText.LONGEST + ")";
    }

    String exists(FieldPath path) {
        return path.inJson() ? type(path) + " != 'Null'" : text(path) + " != ''";
    }

    String isText(FieldPath path) {
        return path.inJson() ? type(path) + " = 'String'" : text(path) + " != ''";
    }

    /** Of a string; of anything else it is empty. */
    String text(FieldPath path) {
        return path.inJson() ? json("JSONExtractString", path) : column(path.root());
    }

    String isBool(FieldPath path, boolean value) {
        return path.inJson()
                ? "(" + type(path) + " = 'Bool' AND " + json("JSONExtractBool", path) + " = " + value + ")"
                : "0";
    }

    /** The parameter that stands for this text. */
    String bound(String text) {
        return "{" + names.computeIfAbsent(text, _ -> "f" + names.size()) + ":String}";
    }

    private String plainDecimal(FieldPath path) {
        return "(" + isText(path) + " AND length(" + text(path) + ") <= 100 AND match(" + text(path)
                + ", '^-?[0-9]+([.][0-9]+)?$'))";
    }

    private String type(FieldPath path) {
        return json("JSONType", path);
    }

    private String json(String function, FieldPath path) {
        return path.segments().stream()
                .map(this::bound)
                .collect(joining(", ", function + "(" + column(path.root()) + ", ", ")"));
    }

    private static String column(Root root) {
        return switch (root) {
            case TYPE -> "type";
            case USER_ID -> "user_id";
            case ANONYMOUS_ID -> "anonymous_id";
            case SESSION_ID -> "session_id";
            case ACTOR -> "actor";
            case EVENT_ID -> "event_id";
            case PROPERTIES -> "properties";
            case CONTEXT -> "context";
        };
    }
}
