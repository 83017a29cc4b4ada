package com.nexusai.query.http;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.auth.Open;
import com.nexusai.kit.auth.Scope;
import com.nexusai.query.TopicPipe;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Layout;
import com.nexusai.schema.dashboard.Share;
import com.nexusai.schema.dashboard.Widget;
import com.nexusai.schema.serde.Json;
import io.javalin.Javalin;
import io.javalin.security.Roles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document and the routes say the same. */
class OpenApiTest {
    @TempDir
    Path folder;

    @Test
    void shouldDescribeEveryRouteWithAScopeAndNoOther() {
        try (var fixture = new AnswersFixture(folder)) {
            Set<String> described =
                    Contract.operations().stream().map(Contract.Operation::name).collect(toCollection(TreeSet::new));

            assertThat(described).isEqualTo(routes(fixture));
        }
    }

    /** The fixture holds each answer against the schema of its status. */
    @Test
    void shouldTakeEveryExample() {
        try (var fixture = new AnswersFixture(folder)) {
            fixture.pipe.profile(
                    UserProfile.of(TopicPipe.TENANT, "ada", AnswersFixture.NOW, AnswersFixture.NOW, Map.of()));
            fixture.dashboards.byKey.put("acme/growth-1", dashboard());
            for (var operation : Contract.operations()) {
                var body = operation.requestExample();

                var answer = fixture.send(
                        operation.method(), question(operation), body.isMissingNode() ? null : body.toString());

                assertThat(Integer.toString(answer.status()))
                        .as(operation.name() + " " + answer.raw().body())
                        .isEqualTo(operation.success());
            }
        }
    }

    /** The one that the examples are about. */
    private static Dashboard dashboard() {
        var question = Json.MAPPER.readTree("{\"metrics\":[\"events\"],\"last\":\"P7D\"}");
        var widget = new Widget("w1", "chart", "Events", 0, 0, 6, 4, question, null, null, null, null);
        var now = AnswersFixture.NOW;
        var share = new Share("s1", KeyHash.of("example-secret"), now, now.plusSeconds(60));
        var layout = new Layout(12, List.of(widget));
        return new Dashboard(TopicPipe.TENANT, "growth-1", "Growth", null, layout, List.of(share), 1, now, now, "k-1");
    }

    @Test
    void shouldHaveExamplesThatAreWhatTheirSchemasSay() {
        for (var operation : Contract.operations()) {
            var status = operation.success();
            var example = operation.example(status);
            if (!example.isMissingNode()) {
                var type = Optional.of("application/json");
                var faults = Contract.faults(
                        operation.method(),
                        operation.path().replaceAll("[{}]", ""),
                        Integer.parseInt(status),
                        type,
                        example.toString());
                assertThat(faults).as(operation.name()).isEmpty();
            } else if (operation.answersJson(status)) {
                assertThat(status).as(operation.name() + " has no example").isEqualTo("204");
            }
            var body = operation.requestExample();
            if (!body.isMissingNode()) {
                var schema = operation
                        .node()
                        .at("/requestBody/content")
                        .path("application/json")
                        .path("schema");
                assertThat(Contract.faults(schema, body.toString()))
                        .as(operation.name())
                        .isEmpty();
            }
        }
    }

    private static String question(Contract.Operation operation) {
        var query = new ArrayList<String>();
        var filled = new String[] {operation.path()};
        operation.parameters().filter(parameter -> parameter.has("example")).forEach(parameter -> {
            var name = parameter.get("name").asString();
            var example = URLEncoder.encode(parameter.get("example").asString(), StandardCharsets.UTF_8);
            if (parameter.get("in").asString().equals("path")) {
                filled[0] = filled[0].replace("{" + name + "}", example);
            } else {
                query.add(name + "=" + example);
            }
        });
        return query.isEmpty() ? filled[0] : filled[0] + "?" + String.join("&", query);
    }

    private static Set<String> routes(AnswersFixture fixture) {
        var javalin = Javalin.create(config -> fixture.routes.forEach(some -> some.addTo(config.routes)));
        var found = new TreeSet<String>();
        javalin.unsafe.internalRouter.allHttpHandlers().forEach(parsed -> {
            var roles = parsed.endpoint.metadata(Roles.class);
            if (roles != null
                    && roles.getRoles().stream()
                            .anyMatch(role -> role instanceof Scope || role == Open.OWN_CREDENTIAL)) {
                found.add(parsed.endpoint.method.name() + " " + parsed.endpoint.path);
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }
}
