package com.nexusai.query.http;

import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.dashboard.Dashboards;
import com.nexusai.query.definition.Changes;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Share;
import com.nexusai.schema.event.EventKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The dashboards of the caller's tenant: read from the live view, written to the topic one at a time. */
final class DashboardRoutes implements Routes {
    private static final String ALL = "/api/v1/analytics/dashboards";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST_OF_A_TENANT = 500;
    private static final int MOST_SHARES = 20;

    private final Dashboards dashboards;
    private final Changes<Dashboard> changes;
    private final Secrets secrets;
    private final Clock clock;

    DashboardRoutes(Dashboards dashboards, Changes<Dashboard> changes, Secrets secrets, Clock clock) {
        this.dashboards = dashboards;
        this.changes = changes;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, this::list, Scope.READ);
        routes.post(ALL, this::create, Scope.EDIT);
        routes.get(ONE, this::get, Scope.READ);
        routes.put(ONE, this::put, Scope.EDIT);
        routes.delete(ONE, this::delete, Scope.EDIT);
        routes.get(ONE + "/export", this::export, Scope.READ);
        routes.post(ONE + "/shares", this::share, Scope.EDIT);
        routes.delete(ONE + "/shares/{shareId}", this::withdraw, Scope.EDIT);
    }

    private void list(Context ctx) {
        Parameters.of(ctx);
        var now = clock.instant();
        ctx.json(new DashboardView.All(dashboards.of(Access.tenant(ctx)).stream()
                .map(dashboard -> DashboardView.Line.of(dashboard, now))
                .toList()));
    }

    private void create(Context ctx) {
        Parameters.of(ctx);
        var caller = Access.of(ctx);
        var draft = RequestBody.json(ctx, DashboardDraft.class);
        if (dashboards.of(caller.tenantId()).size() >= MOST_OF_A_TENANT) {
            throw Problem.conflict(
                    "too-many-dashboards",
                    "There are too many dashboards",
                    "A tenant may have " + MOST_OF_A_TENANT + "; delete one.");
        }
        // whatever is imported is new here
        var fresh = new DashboardDraft(draft.title(), draft.description(), draft.layout(), 0);
        var made = fresh.dashboard(caller.tenantId(), secrets.id(), List.of(), now(), now(), caller.subject());
        changes.change(made.key(), before -> made);
        ctx.status(HttpStatus.CREATED).json(DashboardView.of(made));
    }

    private void get(Context ctx) {
        Parameters.of(ctx);
        ctx.json(DashboardView.of(existing(ctx)));
    }

    private void put(Context ctx) {
        Parameters.of(ctx);
        var caller = Access.of(ctx);
        var draft = RequestBody.json(ctx, DashboardDraft.class);
        ctx.json(DashboardView.of(change(ctx, before -> {
            refuseUnseen(before, draft.revision());
            return draft.dashboard(
                    caller.tenantId(), before.id(), before.shares(), before.createdAt(), now(), caller.subject());
        })));
    }

    private void delete(Context ctx) {
        int revision = Parameters.of(ctx, "revision").integer("revision", 0, 0, 999_999_999);
        changes.change(key(ctx), before -> {
            refuseUnseen(known(before), revision);
            return null;
        });
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void export(Context ctx) {
        Parameters.of(ctx);
        var dashboard = existing(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"dashboard-" + dashboard.id() + ".json\"")
                .json(DashboardView.Document.of(dashboard));
    }

    /** @param expiresIn as ISO-8601; a week where it is left out */
    record ShareDraft(@Nullable String expiresIn) {}

    private void share(Context ctx) {
        Parameters.of(ctx);
        var draft = RequestBody.json(ctx, ShareDraft.class);
        var length = QuestionDraft.duration("expiresIn", Objects.requireNonNullElse(draft.expiresIn(), "P7D"));
        var by = Access.of(ctx).subject();
        var secret = secrets.secret();
        var share = new Share(secrets.id(), KeyHash.of(secret), now(), now().plus(length));
        var shared = change(ctx, before -> {
            var shares = new ArrayList<>(before.shares().stream()
                    .filter(old -> old.expiresAt().isAfter(now()))
                    .toList());
            if (shares.size() >= MOST_SHARES) {
                throw Problem.conflict(
                        "too-many-shares",
                        "There are too many links",
                        "A dashboard may have " + MOST_SHARES + " links; withdraw one.");
            }
            shares.add(share);
            return before.withShares(shares, now(), by);
        });
        var token = ShareToken.of(shared, secret);
        ctx.status(HttpStatus.CREATED)
                .json(new DashboardView.NewLink(share.id(), token, "/shared/" + token, share.expiresAt()));
    }

    private void withdraw(Context ctx) {
        Parameters.of(ctx);
        var by = Access.of(ctx).subject();
        var id = ctx.pathParam("shareId");
        change(ctx, before -> {
            var left = before.shares().stream()
                    .filter(share -> !share.id().equals(id))
                    .toList();
            if (left.size() == before.shares().size()) {
                throw Problem.notFound("There is no such link.");
            }
            return before.withShares(left, now(), by);
        });
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private Dashboard change(Context ctx, UnaryOperator<Dashboard> change) {
        return Objects.requireNonNull(changes.change(key(ctx), before -> change.apply(known(before))));
    }

    private Dashboard existing(Context ctx) {
        return known(dashboards.find(Access.tenant(ctx), ctx.pathParam("id")).orElse(null));
    }

    private static String key(Context ctx) {
        return EventKey.of(Access.tenant(ctx), ctx.pathParam("id"));
    }

    private static Dashboard known(@Nullable Dashboard dashboard) {
        if (dashboard == null) {
            throw Problem.notFound("There is no such dashboard.");
        }
        return dashboard;
    }

    private static void refuseUnseen(Dashboard before, long seen) {
        if (before.revision() != seen) {
            throw Problem.conflict(
                            "changed-meanwhile",
                            "Somebody else changed it",
                            "The dashboard has revision " + before.revision()
                                    + ", and the change is made from revision " + seen + ". Read it again.")
                    .with("revision", before.revision());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
