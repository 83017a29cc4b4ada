package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.auth.Scope;
import com.nexusai.query.TopicPipe;
import com.nexusai.schema.aggregate.UserProfile;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.security.Roles;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document and the routes say the same. */
class OpenApiTest {
    private static JsonNode document;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        try (var yaml = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            assertThat(yaml).isNotNull();
            document = new YAMLMapper().readTree(yaml);
        }
    }

    @Test
    void shouldDescribeEveryRouteWithAScopeAndNoOther() {
        try (var fixture = new AnswersFixture(folder)) {
            assertThat(paths()).isEqualTo(routes(fixture));
        }
    }

    @Test
    void shouldTakeEveryExampleAndAnswerWithTheFieldsOfItsSchema() {
        try (var fixture = new AnswersFixture(folder)) {
            fixture.pipe.profile(
                    UserProfile.of(TopicPipe.TENANT, "ada", AnswersFixture.NOW, AnswersFixture.NOW, Map.of()));
            for (var path : paths()) {
                var operation = document.at("/paths").get(path).get("get");

                var answer = fixture.get(question(path, operation));

                assertThat(answer.status()).as(path + " " + answer.raw().body()).isEqualTo(200);
                checkFields(path, resolved(operation.at("/responses/200")), answer.body());
            }
        }
    }

    @Test
    void shouldHaveExamplesWithTheFieldsOfTheirSchemas() {
        for (var path : paths()) {
            var success = resolved(document.at("/paths").get(path).at("/get/responses/200"));
            checkFields(
                    path,
                    success,
                    success.at("/content").get("application/json").get("example"));
        }
    }

    private static void checkFields(String path, JsonNode success, JsonNode body) {
        var schema = resolved(success.at("/content").get("application/json").get("schema"));
        check(path, schema, body);
    }

    private static void check(String where, JsonNode schema, JsonNode value) {
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        assertThat(value.propertyNames()).as(where).containsAll(required);
        if (!schema.has("properties")) {
            return;
        }
        assertThat(schema.get("properties").propertyNames()).as(where).containsAll(value.propertyNames());
        for (var name : value.propertyNames()) {
            var inner = resolved(schema.get("properties").get(name));
            if (inner.path("type").asString("").equals("object")) {
                check(where + "." + name, inner, value.get(name));
            }
        }
    }

    private static String question(String path, JsonNode operation) {
        var query = new ArrayList<String>();
        var filled = path;
        for (var reference : operation.path("parameters")) {
            var parameter = resolved(reference);
            var name = parameter.get("name").asString();
            if (!parameter.has("example")) {
                continue;
            }
            var example = URLEncoder.encode(parameter.get("example").asString(), StandardCharsets.UTF_8);
            if (parameter.get("in").asString().equals("path")) {
                filled = filled.replace("{" + name + "}", example);
            } else {
                query.add(name + "=" + example);
            }
        }
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static Set<String> paths() {
        return new TreeSet<>(document.get("paths").propertyNames());
    }

    private static Set<String> routes(AnswersFixture fixture) {
        var javalin = Javalin.create(config -> fixture.routes.forEach(some -> some.addTo(config.routes)));
        var found = new TreeSet<String>();
        javalin.unsafe.internalRouter.allHttpHandlers().forEach(parsed -> {
            var roles = parsed.endpoint.metadata(Roles.class);
            if (roles != null && roles.getRoles().equals(Set.of(Scope.READ))) {
                assertThat(parsed.endpoint.method).isEqualTo(HandlerType.GET);
                found.add(parsed.endpoint.path);
            }
        });
        assertThat(List.copyOf(found)).isNotEmpty();
        return found;
    }
}
