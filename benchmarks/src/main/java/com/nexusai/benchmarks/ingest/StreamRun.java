package com.nexusai.benchmarks.ingest;

import com.nexusai.benchmarks.codec.LifelikeEvents;
import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.enrich.Enricher;
import com.nexusai.ingest.enrich.UserAgents;
import com.nexusai.ingest.privacy.Pseudonymiser;
import com.nexusai.ingest.privacy.TenantHash;
import com.nexusai.ingest.settings.Settings;
import com.nexusai.ingest.topology.IngestTopology;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;

/**
 * The stream from the door to the validated topic, all steps on, against a stream that passes the same bytes on. Both
 * exactly once, with the same settings, and in the JVM of the broker.
 */
final class StreamRun {
    private static final int EVENTS = 500_000;
    private static final Duration DEDUPE_WINDOW = Duration.ofHours(24);

    private final String servers;
    private final Map<String, String> environment;
    private final PrintStream out;

    StreamRun(String servers, Path state, PrintStream out) {
        this.servers = servers;
        this.environment = Map.of("KAFKA_BOOTSTRAP_SERVERS", servers, "STATE_DIR", state.toString());
        this.out = out;
    }

    void run() throws Exception {
        var env = Env.of(environment);
        var config = ServiceConfig.from(env, "bench", 0);
        try (var clients = new KafkaClients(config, new CompositeMeterRegistry())) {
            int partitions = new TopicCreator(clients)
                    .ensure(List.of(
                            Topics.EVENTS, Topics.EVENTS_REKEYED, Topics.EVENTS_VALIDATED, Topics.EVENTS_REJECTED))
                    .getOrDefault(Topics.EVENTS.name(), 0);
            fill();
            var throughput = new StreamThroughput(clients, Topics.EVENTS.name(), EVENTS);
            Rounds.measure(
                    out,
                    "The stream, events/s; reference: a stream that only passes on",
                    () -> throughput.of("ingest", ours(partitions), IngestTopology.SETTINGS),
                    () -> throughput.of("pass", passing(), Map.of()));
        }
    }

    private static Topology ours(int partitions) {
        var agents = new UserAgents(20_000, 50, Clock.systemUTC(), new SimpleMeterRegistry());
        return new IngestTopology(
                        new Admission(new Limits(64 * 1024, Duration.ofDays(3650), Duration.ofMinutes(5))),
                        partitions,
                        DEDUPE_WINDOW,
                        new Enricher(Settings.NONE, agents, null),
                        new Pseudonymiser(Settings.NONE, new TenantHash(null)))
                .build();
    }

    private static Topology passing() {
        var bytes = Serdes.ByteArray();
        return new Topology()
                .addSource("from", bytes.deserializer(), bytes.deserializer(), Topics.EVENTS.name())
                .addSink("to", Topics.EVENTS_VALIDATED.name(), bytes.serializer(), bytes.serializer(), "from");
    }

    /** As the door leaves them: on the partition of their actor. */
    private void fill() throws Exception {
        var events = LifelikeEvents.make(EVENTS);
        new RawProducer(servers, Topics.EVENTS.name()).fill(Bodies.keys(events), events);
    }
}
