package com.nexusai.schema.dashboard;

import com.nexusai.schema.metric.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says everything that is wrong with a layout, at once. What a question asks is checked by who answers it. */
public final class LayoutCheck {
    private static final Set<String> ASKING = Set.of("chart", "kpi", "table", "heatmap");
    private static final Set<String> OTHERS = Set.of("funnel", "retention", "text");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_WIDGETS = 50;
    private static final int MOST_COLUMNS = 48;
    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_JSON = 20_000;

    private final List<Fault> faults = new ArrayList<>();

    private LayoutCheck() {}

    /** Nothing when it is sound. */
    public static List<Fault> faults(Layout layout) {
        var check = new LayoutCheck();
        check.layout(layout);
        return List.copyOf(check.faults);
    }

    private void layout(Layout layout) {
        if (layout.columns() < 1 || layout.columns() > MOST_COLUMNS) {
            fault("layout.columns", "must be 1 to " + MOST_COLUMNS);
        }
        if (layout.widgets().size() > MOST_WIDGETS) {
            fault("layout.widgets", "must be at most " + MOST_WIDGETS);
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < layout.widgets().size(); i++) {
            var widget = layout.widgets().get(i);
            var field = "layout.widgets[" + i + "]";
            if (widget.id() == null || !ID.matcher(widget.id()).matches()) {
                fault(field + ".id", "must be 1 to 64 letters, digits, '_' or '-'");
            } else if (!ids.add(widget.id())) {
                fault(field + ".id", "is there twice");
            }
            place(field, widget, layout.columns());
            content(field, widget);
        }
    }

    private void place(String field, Widget widget, int columns) {
        if (widget.x() < 0 || widget.w() < 1 || widget.x() + widget.w() > columns) {
            fault(field + ".x", "and w must lie within the " + columns + " columns");
        }
        if (widget.y() < 0 || widget.h() < 1 || widget.y() + widget.h() > MOST_ROWS) {
            fault(field + ".y", "and h must lie within " + MOST_ROWS + " rows");
        }
    }

    private void content(String field, Widget widget) {
        var type = widget.type() == null ? "" : widget.type();
        if (!ASKING.contains(type) && !OTHERS.contains(type)) {
            fault(field + ".type", "must be chart, kpi, table, heatmap, funnel, retention or text");
        }
        needs(field + ".question", ASKING.contains(type), widget.question());
        needs(field + ".funnel", type.equals("funnel"), widget.funnel());
        needs(field + ".retention", type.equals("retention"), widget.retention());
        size(field + ".options", widget.options());
        if (widget.title() != null && widget.title().length() > LONGEST_TITLE) {
            fault(field + ".title", "must have at most " + LONGEST_TITLE + " characters");
        }
        if (widget.text() != null && widget.text().length() > LONGEST_TEXT) {
            fault(field + ".text", "must have at most " + LONGEST_TEXT + " characters");
        }
    }

    private void needs(String field, boolean needed, @Nullable JsonNode content) {
        if (needed && (content == null || !content.isObject())) {
            fault(field, "must be an object");
        }
        size(field, content);
    }

    private void size(String field, @Nullable JsonNode content) {
        if (content != null && content.toString().length() > LONGEST_JSON) {
            fault(field, "must have at most " + LONGEST_JSON + " characters");
        }
    }

    private void fault(String field, String sentence) {
        faults.add(new Fault(field, sentence));
    }
}
