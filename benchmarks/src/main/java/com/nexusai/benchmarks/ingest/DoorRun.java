package com.nexusai.benchmarks.ingest;

import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Batches against Kafka's own producer, single events against a bare route, and how long a single one takes. */
final class DoorRun {
    private static final String KEY = "nx_bench_0123456789abcdef0123456789abcdef";
    private static final int BATCH = 500;
    private static final int BATCH_CONNECTIONS = 8;
    private static final int CONNECTIONS = 256;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(20);

    private final String servers;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final Bodies bodies = new Bodies();

    DoorRun(String servers, PrintStream out) {
        this.servers = servers;
        this.environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", servers,
                "HTTP_HOST", "127.0.0.1",
                "LOG_LEVEL", "WARN",
                "LOG_FORMAT", "text");
        this.out = out;
    }

    /** @param parts which of {@code batches} and {@code singles} */
    void run(List<String> parts) throws Exception {
        prepare();
        try (var door = new ChildJvm(DoorMain.class, environment);
                var bare = new ChildJvm(BareRouteMain.class, Map.of())) {
            if (parts.contains("batches")) {
                batches(door.port());
            }
            if (parts.contains("singles")) {
                latency(door.port(), singles(door.port(), bare.port()) / 2);
            }
        }
    }

    private void batches(int port) throws Exception {
        var load = new Load(port, BATCH_CONNECTIONS, bodies.batches(KEY, BATCH));
        var producer = new RawProducer(servers, Topics.EVENTS.name());
        Rounds.measure(
                out,
                "Batches of " + BATCH + " over " + BATCH_CONNECTIONS
                        + " connections, events/s; reference: raw producer",
                () -> load.most(TIME) * BATCH,
                () -> producer.most(bodies.keys(), bodies.events(), TIME));
    }

    private double singles(int door, int bare) throws Exception {
        var requests = bodies.singles(KEY);
        var ours = new Load(door, CONNECTIONS, requests);
        var reference = new Load(bare, CONNECTIONS, requests);
        return Rounds.measure(
                out,
                "Single events over " + CONNECTIONS + " connections, requests/s; reference: bare route",
                () -> ours.most(TIME),
                () -> reference.most(TIME));
    }

    private void latency(int port, double perSecond) throws InterruptedException, ExecutionException {
        var nanos = new Load(port, CONNECTIONS, bodies.singles(KEY)).steady(perSecond, STEADY);
        out.printf(
                "%nSingle events at %,.0f requests/s, half of the most: median %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                perSecond, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))] / 1e6;
    }

    /** The topics, and the key that the load sends. */
    private void prepare() {
        var env = Env.of(environment);
        var config = ServiceConfig.from(env, "bench", 0);
        try (var clients = new KafkaClients(config, new CompositeMeterRegistry())) {
            var _ = new TopicCreator(clients).ensure(List.of(Topics.EVENTS, Topics.API_KEYS));
            var key = new ApiKey(
                    "bench", "acme", "bench", KeyHash.of(KEY), Set.of("ingest"), Instant.now(), null, null, null);
            try (var producer = clients.producer(
                    "keys",
                    Topics.API_KEYS.keySerde().serializer(),
                    Topics.API_KEYS.valueSerde().serializer())) {
                var _ = producer.send(new ProducerRecord<>(Topics.API_KEYS.name(), "acme/bench", key));
            }
        }
    }
}
