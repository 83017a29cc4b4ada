package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Layout;
import com.nexusai.schema.dashboard.LayoutCheck;
import com.nexusai.schema.dashboard.Share;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as somebody wants it; what an export gave is one too.
 *
 * @param revision the one that was read; nothing for a new one
 */
record DashboardDraft(
        @Nullable String title,
        @Nullable String description,
        @Nullable Layout layout,
        long revision) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;

    /** @throws Problem with the first field that is wrong, and all of them in {@code faults} */
    Dashboard dashboard(String tenantId, String id, List<Share> shares, Instant createdAt, Instant now, String by) {
        if (title == null || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw Problem.invalid("title", "must have 1 to " + LONGEST_TITLE + " characters.");
        }
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            throw Problem.invalid("description", "must have at most " + LONGEST_DESCRIPTION + " characters.");
        }
        if (layout == null) {
            throw Problem.invalid("layout", "is missing, such as {\"columns\": 12, \"widgets\": []}.");
        }
        var faults = LayoutCheck.faults(layout);
        if (!faults.isEmpty()) {
            var first = faults.getFirst();
            throw Problem.invalid(first.field(), first.field() + " " + first.sentence() + ".")
                    .with("faults", faults);
        }
        return new Dashboard(tenantId, id, title, description, layout, shares, revision + 1, createdAt, now, by);
    }
}
