package com.nexusai.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.gate.Batch;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.gate.Sender;
import com.nexusai.ingest.gate.TenantShares;
import com.nexusai.ingest.protocol.Protocols;
import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.KeyLookup;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.topic.Topics;
import io.javalin.Javalin;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document and the code say the same. */
class OpenApiTest {
    private static JsonNode document;

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(
            true,
            null,
            Topics.EVENTS.keySerde().serializer(),
            Topics.EVENTS.valueSerde().serializer());
    private final EventGate gate = new EventGate(
            new Admission(Limits.DEFAULT),
            producer,
            InstantSource.fixed(Instant.parse("2026-01-31T09:30:00Z")),
            () -> "given",
            5000,
            new TenantShares(1 << 20, 1 << 25));

    @BeforeAll
    static void read() throws IOException {
        try (var yaml = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            document = new YAMLMapper().readTree(yaml);
        }
    }

    @Test
    void shouldDescribeEveryRouteAndNoOther() {
        assertThat(described()).isEqualTo(routed());
    }

    @Test
    void shouldAcceptItsOwnExamples() throws Exception {
        var examples =
                document.at("/paths/~1api~1v1~1analytics~1track/post/requestBody/content/application~1json/examples");

        for (var example : examples) {
            var body = example.get("value").toString().getBytes(UTF_8);
            var receipts = gate.admit(
                    new Sender("default", "k-1", false),
                    Batch.cut(body, "events").events(),
                    "http");

            assertThat(TrackView.of(receipts).rejected()).isZero();
        }
        assertThat(producer.history()).hasSize(3);
    }

    private static Set<String> described() {
        var operations = new TreeSet<String>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(operation.getKey() + " " + path.getKey());
            }
        }
        return operations;
    }

    private Set<String> routed() {
        var authentication = new Authentication(new NoKeys(), null, Clock.systemUTC());
        var admissions = new Admissions(gate, TestDoor.unlimited());
        var protocols = new ProtocolRoutes(Protocols.all(), admissions, authentication, Clock.systemUTC());
        var javalin = Javalin.create(config -> {
            new TrackRoutes(admissions, authentication, () -> "given").addTo(config.routes);
            protocols.addTo(config.routes);
            new PlanRoutes(new PlanHandler(null, null, null, null)).addTo(config.routes);
            new SettingsRoutes(new SettingsHandler(null, null, null, null)).addTo(config.routes);
            new RejectedRoutes(null).addTo(config.routes);
        });
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final class NoKeys implements KeyLookup {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public @Nullable ApiKey find(String sha256) {
            return null;
        }
    }
}
