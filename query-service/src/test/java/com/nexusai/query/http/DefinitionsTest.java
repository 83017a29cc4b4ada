package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant's own metrics. */
class DefinitionsTest {
    private static final String ALL = "/api/v1/analytics/metric-definitions";
    private static final String ONE = ALL + "/large_payments";
    private static final String BODY = """
            {"filter": "type = 'PAYMENT_COMPLETED' and properties.amount >= 100",
             "measure": {"kind": "sum", "field": "properties.amount"}, "dimensions": ["properties.currency"],
             "revision": %d}""";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldKeepAMetricAndOfferItWhenItIsSound() {
        var created = fixture.send("PUT", ONE, BODY.formatted(0));
        var changed = fixture.send("PUT", ONE, BODY.formatted(1));

        assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().at("/revision").asLong()).isEqualTo(2);
        assertThat(changed.body().at("/createdAt")).isEqualTo(created.body().at("/createdAt"));
        assertThat(fixture.get(ALL).body().at("/definitions").size()).isEqualTo(1);
        assertThat(fixture.get("/api/v1/analytics/metrics").raw().body()).contains("large_payments");
        assertThat(fixture.get("/api/v1/analytics/metrics/large_payments/series?dimension=EUR")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldRefuseAChangeOfWhatTheCallerHasNotSeen() {
        fixture.send("PUT", ONE, BODY.formatted(0));

        var unseen = fixture.send("PUT", ONE, BODY.formatted(0));
        var deleted = fixture.send("DELETE", ONE + "?revision=7", null);

        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.body().at("/revision").asLong()).isEqualTo(1);
        assertThat(deleted.status()).isEqualTo(409);
        assertThat(fixture.send("DELETE", ONE + "?revision=1", null).status()).isEqualTo(204);
        assertThat(fixture.get(ONE).status()).isEqualTo(404);
    }

    @Test
    void shouldSayWhatIsWrongAndWriteNothing() {
        var faulty = fixture.send("PUT", ONE, "{\"filter\": \"type == 'A'\", \"measure\": {\"kind\": \"sum\"}}");
        var missing = fixture.send("PUT", ONE, "{}");
        var builtIn = fixture.send("PUT", ALL + "/events", "{\"measure\": {\"kind\": \"count\"}}");

        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text("/field")).isEqualTo("filter");
        assertThat(faulty.body().at("/faults").size()).isEqualTo(2);
        assertThat(faulty.body().at("/faults/0/offset").asInt()).isEqualTo(6);
        assertThat(missing.text("/field")).isEqualTo("measure");
        assertThat(builtIn.text("/field")).isEqualTo("name");
        assertThat(fixture.definitions.byKey).isEmpty();
    }

    @Test
    void shouldPreviewWithoutWriting() {
        var sound = fixture.post(ALL + "/preview", BODY.formatted(0));
        var faulty = fixture.post(ALL + "/preview", "{\"filter\": \"and\", \"measure\": {\"kind\": \"count\"}}");

        assertThat(sound.body().at("/sound").asBoolean()).isTrue();
        assertThat(sound.body().at("/matched").asLong()).isEqualTo(2);
        assertThat(sound.text("/meta/source")).isEqualTo("clickhouse");
        assertThat(faulty.body().at("/sound").asBoolean(true)).isFalse();
        assertThat(faulty.text("/faults/0/field")).isEqualTo("filter");
        assertThat(fixture.definitions.byKey).isEmpty();
    }
}
