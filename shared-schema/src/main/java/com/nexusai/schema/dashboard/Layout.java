package com.nexusai.schema.dashboard;

import java.util.List;

/**
 * Where the widgets of a dashboard are, on a grid.
 *
 * @param columns how many the grid has
 */
public record Layout(int columns, List<Widget> widgets) {
    public Layout {
        widgets = widgets == null ? List.of() : List.copyOf(widgets);
    }
}
