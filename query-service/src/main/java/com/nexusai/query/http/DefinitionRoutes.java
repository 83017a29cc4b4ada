package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.definition.Changes;
import com.nexusai.query.definition.Definitions;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.schema.metric.DefinitionCheck;
import com.nexusai.schema.metric.MetricDefinition;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The metrics of the caller's tenant: read from the live view, written to the topic one at a time. */
final class DefinitionRoutes implements Routes {
    private static final String ALL = "/api/v1/analytics/metric-definitions";
    private static final String ONE = ALL + "/{name}";
    private static final Duration PREVIEWED = Duration.ofDays(1);

    private final Definitions definitions;
    private final Changes<MetricDefinition> changes;
    private final DefinitionPreview preview;
    private final HistoryDesk desk;
    private final Clock clock;

    DefinitionRoutes(
            Definitions definitions,
            Changes<MetricDefinition> changes,
            DefinitionPreview preview,
            HistoryDesk desk,
            Clock clock) {
        this.definitions = definitions;
        this.changes = changes;
        this.preview = preview;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, this::list, Scope.READ);
        routes.get(ONE, this::get, Scope.READ);
        routes.put(ONE, this::put, Scope.ADMIN);
        routes.delete(ONE, this::delete, Scope.ADMIN);
        routes.post(ALL + "/preview", this::preview, Scope.READ);
    }

    private void list(Context ctx) {
        Parameters.of(ctx);
        ctx.json(new DefinitionView.All(definitions.of(Access.tenant(ctx)).stream()
                .map(DefinitionView::of)
                .toList()));
    }

    private void get(Context ctx) {
        Parameters.of(ctx);
        ctx.json(DefinitionView.of(
                definitions.find(Access.tenant(ctx), ctx.pathParam("name")).orElseThrow(DefinitionRoutes::unknown)));
    }

    private void put(Context ctx) {
        Parameters.of(ctx);
        var caller = Access.of(ctx);
        var name = ctx.pathParam("name");
        var draft = RequestBody.json(ctx, DefinitionDraft.class);
        var wanted = draft.definition(caller.tenantId(), name, now(), caller.subject());
        DefinitionDraft.refuseFaulty(wanted);
        refuseTooMany(wanted);
        var written = Objects.requireNonNull(changes.change(wanted.topicKey(), before -> {
            refuseUnseen(before, draft.revision());
            return before == null
                    ? wanted
                    : draft.definition(caller.tenantId(), name, before.createdAt(), caller.subject());
        }));
        ctx.status(written.revision() == 1 ? HttpStatus.CREATED : HttpStatus.OK).json(DefinitionView.of(written));
    }

    private void delete(Context ctx) {
        var parameters = Parameters.of(ctx, "revision");
        int revision = parameters.integer("revision", 0, 0, 999_999_999);
        changes.change(Access.tenant(ctx) + "/" + ctx.pathParam("name"), before -> {
            if (before == null) {
                throw unknown();
            }
            refuseUnseen(before, revision);
            return null;
        });
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void preview(Context ctx) {
        Parameters.of(ctx);
        var tenant = Access.tenant(ctx);
        var draft = RequestBody.json(ctx, DefinitionDraft.class);
        var definition = draft.definition(tenant, draft.name() == null ? "preview" : draft.name(), now(), null);
        var faults = DefinitionCheck.faults(definition);
        if (!faults.isEmpty()) {
            ctx.json(DefinitionView.Preview.faulty(faults));
            return;
        }
        var to = draft.to() == null ? clock.instant() : Times.parse("to", draft.to());
        var from = draft.from() == null ? to.minus(PREVIEWED) : Times.parse("from", draft.from());
        var range = Times.range(from, to);
        ctx.json(desk.ask(tenant, meta -> preview.of(definition, range, meta)));
    }

    private void refuseTooMany(MetricDefinition wanted) {
        long others = definitions.of(wanted.tenantId()).stream()
                .filter(MetricDefinition::enabled)
                .filter(definition -> !definition.name().equals(wanted.name()))
                .count();
        if (wanted.enabled() && others >= MetricDefinition.MOST_PER_TENANT) {
            throw Problem.conflict(
                    "too-many-metrics",
                    "There are too many metrics",
                    "A tenant may have " + MetricDefinition.MOST_PER_TENANT + " enabled; disable or delete one.");
        }
    }

    private static void refuseUnseen(@Nullable MetricDefinition before, long seen) {
        long revision = before == null ? 0 : before.revision();
        if (revision != seen) {
            throw Problem.conflict(
                            "changed-meanwhile",
                            "Somebody else changed it",
                            "The metric has revision " + revision + ", and the change is made from revision " + seen
                                    + ". Read it again.")
                    .with("revision", revision);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem unknown() {
        return Problem.notFound("This tenant has no such metric.");
    }
}
