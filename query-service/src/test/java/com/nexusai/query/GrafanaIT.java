package com.nexusai.query;

import static com.nexusai.query.Data.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the provisioned dashboards ask is answered: PromQL by the service, SQL by the real engine. */
class GrafanaIT {
    private static final Path DASHBOARDS = Path.of("..", "ops", "grafana", "dashboards");
    private static final String API = "/prometheus/api/v1/";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private static final String TYPE = "GRAFANA_SEEN";

    @TempDir
    static Path folder;

    private static ServiceFixture service;

    @BeforeAll
    static void start() {
        Data.topics();
        Data.apiKey();
        Data.tables();
        Data.counted(TENANT, TYPE, NOW.minusSeconds(120), 5);
        Data.event(TENANT, "grafana-1", TYPE, "ada", NOW.minusSeconds(120));
        service = ServiceFixture.start("grafana-1", folder, Map.of());
        await().until(() -> ask("query?query=" + encoded("increase(events_by_type{type=\"" + TYPE + "\"}[1h])"))
                .at("/data/result/0")
                .isObject());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("prometheusTargets")
    void shouldAnswerEachQueryOfTheProductDashboard(JsonNode target) {
        var query = "query=" + encoded(withVariables(target.get("expr").asString()));

        var answer = ask(
                target.get("instant").asBoolean()
                        ? "query?" + query
                        : "query_range?" + query + "&step=300&start=" + NOW.minus(1, ChronoUnit.DAYS) + "&end=" + NOW);

        assertThat(answer.at("/status").asString()).as(answer.toString()).isEqualTo("success");
        assertThat(answer.has("warnings")).as(answer.toString()).isFalse();
    }

    @Test
    void shouldFillTheVariablesOfTheProductDashboard() {
        var definition =
                dashboard("product").at("/templating/list/0/definition").asString();

        assertThat(definition).isEqualTo("label_values(events_by_type, type)");
        assertThat(ask("label/type/values?match[]=events_by_type")
                        .at("/data")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains(TYPE);
    }

    @Test
    void shouldTakeTheKeyAsThePasswordOfBasic() {
        var basic = Base64.getEncoder().encodeToString(("grafana:" + Data.KEY).getBytes(StandardCharsets.UTF_8));

        var answer = service.get(API + "query?query=1%2B1", Map.of("Authorization", "Basic " + basic));

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("clickHouseQueries")
    void shouldRunEachStatementOfTheEventsDashboard(String sql) {
        assertThat(Data.rows(withMacros(sql))).as(sql).isNotNegative();
    }

    @Test
    void shouldShowEventsOnTheEventsDashboard() {
        var newest = clickHouseQueries()
                .filter(sql -> sql.contains("LIMIT 100"))
                .findFirst()
                .orElseThrow();

        assertThat(Data.rows(withMacros(newest))).isPositive();
    }

    static Stream<JsonNode> prometheusTargets() {
        return targets("product");
    }

    static Stream<String> clickHouseQueries() {
        return Stream.concat(
                targets("events").map(target -> target.get("rawSql").asString()),
                dashboard("events")
                        .at("/templating/list")
                        .valueStream()
                        .map(variable -> variable.get("query").asString()));
    }

    private static Stream<JsonNode> targets(String dashboard) {
        return dashboard(dashboard)
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets").valueStream());
    }

    private static JsonNode dashboard(String name) {
        try {
            return Json.MAPPER.readTree(Files.readString(DASHBOARDS.resolve(name + ".json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** As Grafana does it before it asks. */
    private static String withVariables(String expression) {
        return expression
                .replace("$__rate_interval", "20m")
                .replace("$__range", "86400s")
                .replace("$type", ".*");
    }

    /** As the plugin for ClickHouse does it. */
    private static String withMacros(String sql) {
        long to = NOW.getEpochSecond();
        return sql.replaceAll(
                        "\\$__timeFilter\\((\\w+)\\)",
                        "$1 >= toDateTime(" + (to - 21_600) + ") AND $1 <= toDateTime(" + to + ")")
                .replaceAll("\\$__timeInterval\\((\\w+)\\)", "toStartOfInterval(toDateTime($1), INTERVAL 60 second)")
                .replace("${tenant}", TENANT);
    }

    private static JsonNode ask(String pathAndQuery) {
        return service.get(API + pathAndQuery).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
