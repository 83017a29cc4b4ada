package com.nexusai.kit.streams;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.Keys;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TestTopics;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.kit.lifecycle.ServiceProcess;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** A whole service in the way that the fleet's are made: it counts records by key. Run as a process of its own. */
public final class CountingService {
    static final Topic<String, Integer> NUMBERS = TestTopics.kept("counting-numbers");
    static final Topic<String, Integer> COUNTS = TestTopics.compacted("counting-counts");

    private CountingService() {}

    public static void main(String[] args) {
        ServiceProcess.run("counting", CountingService::start);
    }

    static void start(Lifecycle lifecycle, Env env) throws IOException {
        var portFile = Path.of(env.text("PORT_FILE", "port"));
        var config = ServiceConfig.from(env, "counting", 0);
        env.check();
        var meters = Metrics.registry(config.service(), config.instanceId());
        var clients = lifecycle.closeLater(new KafkaClients(config, meters));
        new TopicCreator(clients).ensure(List.of(NUMBERS, COUNTS));
        var streams =
                lifecycle.start(new StreamsRunner(StreamsApp.exactlyOnce("counting", topology()), clients, meters));
        var health = new Health().alive(streams.liveness()).ready(streams.readiness());
        var access = new Authentication(new Keys(), null, Clock.systemUTC());
        var server = lifecycle.start(new HttpServer(config.http(), access, health, meters, List.of()));
        var ready = Files.writeString(portFile.resolveSibling("port.tmp"), Integer.toString(server.port()));
        Files.move(ready, portFile, StandardCopyOption.ATOMIC_MOVE);
    }

    static Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream(
                        NUMBERS.name(),
                        Consumed.with(Serdes.String(), Serdes.Integer()).withName("numbers"))
                .groupByKey(Grouped.with("by-key", Serdes.String(), Serdes.Integer()))
                .count(
                        Named.as("count"),
                        Materialized.<String, Long>as(Stores.persistentKeyValueStore("counts"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long())
                                .withCachingDisabled())
                .toStream(Named.as("counts-stream"))
                .to(COUNTS.name(), Produced.with(Serdes.String(), Serdes.Long()).withName("counts-out"));
        return builder.build();
    }
}
