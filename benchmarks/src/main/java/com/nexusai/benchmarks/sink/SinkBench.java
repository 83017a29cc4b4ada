package com.nexusai.benchmarks.sink;

import com.clickhouse.client.api.Client;
import com.nexusai.aggregator.sink.clickhouse.ClickHouse;
import com.nexusai.aggregator.sink.clickhouse.ClickHouseSinks;
import com.nexusai.aggregator.sink.clickhouse.Retention;
import com.nexusai.aggregator.sink.flow.Batch;
import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.aggregator.sink.flow.SinkSettings;
import com.nexusai.aggregator.sink.flow.TopicSink;
import com.nexusai.benchmarks.Bench;
import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The sink reads events from Kafka, makes rows of them and inserts them, far behind as after an outage. The reference
 * inserts the same rows, which it has as bytes already, into the same table. Both on one machine with the servers.
 */
public final class SinkBench implements Bench {
    private static final int EVENTS = 500_000;
    private static final int ROUNDS = 5;
    private static final SinkSettings SETTINGS = new SinkSettings(1000, Duration.ofSeconds(5));
    private static final Topic<String, Event> TOPIC = Topics.EVENTS_VALIDATED;

    private record Round(double sink, double raw) {
        double ratio() {
            return sink / raw;
        }
    }

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public String question() {
        return "events from Kafka into ClickHouse: the sink against a raw insert of the same rows";
    }

    @Override
    public void run(PrintStream out) throws Exception {
        var folder = Files.createTempDirectory("sink-bench");
        try (var stack = DevStack.start(DevStackConfig.in(folder).with(Part.KAFKA, Part.CLICKHOUSE))) {
            new ValidatedEvents(stack.kafkaBootstrapServers(), TOPIC.name()).send(EVENTS);
            // also the warm-up
            sink(stack, "first");
            var server = URI.create(stack.clickHouseUrl());
            var raw = new RawRows(server, "first", EVENTS, SETTINGS.mostRows());
            out.printf("%,d events, %,d MB of rows, events/s%n", EVENTS, raw.bytes() >> 20);
            out.printf("%-8s %10s %12s %8s%n", "round", "ours", "reference", "ratio");
            var rounds = new ArrayList<Round>();
            for (int i = 1; i <= ROUNDS; i++) {
                rounds.add(new Round(sink(stack, "sink_" + i), raw(stack, raw, "raw_" + i)));
                print(out, Integer.toString(i), rounds.getLast());
            }
            rounds.sort(Comparator.comparingDouble(Round::ratio));
            print(out, "median", rounds.get(ROUNDS / 2));
        }
    }

    private static void print(PrintStream out, String round, Round figures) {
        out.printf("%-8s %,10.0f %,12.0f %8.2f%n", round, figures.sink(), figures.raw(), figures.ratio());
    }

    /** @return events a second, from the start of the sink, which joins its group first */
    private static double sink(DevStack stack, String database) throws Exception {
        var meters = new SimpleMeterRegistry();
        try (var client = client(stack, database)) {
            var writer = emptyTable(client, database, meters);
            var written = meters.counter("sink.rows", "sink", database);
            try (var sink = new TopicSink(database, TOPIC, () -> consumer(stack, database), writer, SETTINGS, meters)) {
                long start = System.nanoTime();
                sink.start();
                while (written.count() < EVENTS) {
                    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                }
                return perSecond(start);
            }
        }
    }

    private static double raw(DevStack stack, RawRows rows, String database) throws Exception {
        try (var client = client(stack, database)) {
            emptyTable(client, database, new SimpleMeterRegistry());
        }
        long start = System.nanoTime();
        rows.insertInto(database);
        return perSecond(start);
    }

    private static double perSecond(long start) {
        return EVENTS * 1e9 / (System.nanoTime() - start);
    }

    private static BatchWriter emptyTable(Client client, String database, SimpleMeterRegistry meters) throws Exception {
        var writer = new ClickHouseSinks(client, database, null, Retention.USUAL, "bench", meters).events(TOPIC);
        writer.prepare(new Batch(List.of())).write();
        return writer;
    }

    private static Client client(DevStack stack, String database) {
        return ClickHouse.client(new ClickHouseConfig(URI.create(stack.clickHouseUrl()), "default", null, database));
    }

    /** As the service makes it. */
    private static Consumer<byte[], byte[]> consumer(DevStack stack, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.kafkaBootstrapServers(),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        5_000,
                        "fetch.max.bytes",
                        (int) SETTINGS.mostBytes()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
