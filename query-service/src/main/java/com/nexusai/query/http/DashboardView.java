package com.nexusai.query.http;

import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Layout;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dashboard as its tenant sees it. */
record DashboardView(
        String id,
        String title,
        @Nullable String description,
        Layout layout,
        List<Link> shares,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    static DashboardView of(Dashboard dashboard) {
        return new DashboardView(
                dashboard.id(),
                dashboard.title(),
                dashboard.description(),
                dashboard.layout(),
                dashboard.shares().stream()
                        .map(share -> new Link(share.id(), share.createdAt(), share.expiresAt()))
                        .toList(),
                dashboard.revision(),
                dashboard.createdAt(),
                dashboard.updatedAt(),
                dashboard.updatedBy());
    }

    /** A link, of which only whoever made it knows the secret. */
    record Link(String id, Instant createdAt, Instant expiresAt) {}

    /** @param token is shown this once */
    record NewLink(String id, String token, String path, Instant expiresAt) {}

    /** What may go elsewhere, and what a reader of a link sees. */
    record Document(String title, @Nullable String description, Layout layout) {
        static Document of(Dashboard dashboard) {
            return new Document(dashboard.title(), dashboard.description(), dashboard.layout());
        }
    }

    /** One line of the list. */
    record Line(
            String id,
            String title,
            @Nullable String description,
            int widgets,
            boolean shared,
            long revision,
            Instant updatedAt,
            String updatedBy) {
        static Line of(Dashboard dashboard, Instant now) {
            return new Line(
                    dashboard.id(),
                    dashboard.title(),
                    dashboard.description(),
                    dashboard.layout().widgets().size(),
                    dashboard.shares().stream()
                            .anyMatch(share -> share.expiresAt().isAfter(now)),
                    dashboard.revision(),
                    dashboard.updatedAt(),
                    dashboard.updatedBy());
        }
    }

    record All(List<Line> dashboards) {}
}
