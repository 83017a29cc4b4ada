package com.nexusai.benchmarks.aggregator.child;

import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;

import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.kit.streams.StreamsApp;
import com.nexusai.kit.streams.StreamsRunner;
import com.nexusai.schema.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** What a topology runs on: the kit, as it is for a service, told where the race takes place. */
public final class StreamsSetting {
    private final ServiceConfig config;

    private StreamsSetting(ServiceConfig config) {
        this.config = config;
    }

    /** @param given settings of the kit, such as STREAMS_ROCKSDB_BYTES, that hold for all topologies alike */
    public static StreamsSetting of(RunSettings settings, Map<String, String> given) {
        var variables = new HashMap<>(given);
        variables.put("KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        variables.put("STATE_DIR", settings.folder().resolve("state").toString());
        variables.put("STREAMS_COMMIT_INTERVAL_MS", Long.toString(settings.commitMillis()));
        variables.put("STREAMS_THREADS", Integer.toString(settings.threads()));
        variables.put("STREAMS_LEAVE_ON_STOP", "true");
        var env = Env.of(variables);
        var config = ServiceConfig.from(env, settings.id(), 0);
        env.check();
        return new StreamsSetting(config);
    }

    public void start(StreamsApp app, Lifecycle lifecycle) {
        start(app, List.of(), lifecycle);
    }

    /** @param topics that must be there first */
    public void start(StreamsApp app, List<Topic<?, ?>> topics, Lifecycle lifecycle) {
        var meters = Metrics.registry(config.service(), config.instanceId());
        lifecycle.closeLater(meters::close);
        var clients = lifecycle.closeLater(new KafkaClients(config, meters));
        if (!topics.isEmpty()) {
            new TopicCreator(clients).ensure(topics);
        }
        var watched = new HashMap<>(app.overrides());
        watched.put(mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG), FirstRecord.class.getName());
        lifecycle.start(new StreamsRunner(app.with(watched), clients, meters));
    }
}
