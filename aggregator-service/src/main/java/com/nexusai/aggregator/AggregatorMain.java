package com.nexusai.aggregator;

import com.nexusai.aggregator.definition.Definitions;
import com.nexusai.aggregator.sink.Sinks;
import com.nexusai.aggregator.sink.clickhouse.ClickHouse;
import com.nexusai.aggregator.sink.redis.Redis;
import com.nexusai.aggregator.topology.AggregatorTopology;
import com.nexusai.kit.auth.ApiKeys;
import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.JwtVerifier;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.kit.lifecycle.ServiceProcess;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.kit.streams.RejectedRecords;
import com.nexusai.kit.streams.StreamsApp;
import com.nexusai.kit.streams.StreamsRunner;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.util.List;

/** Folds and merges validated events into windowed metrics, and carries them to ClickHouse and Redis. */
public final class AggregatorMain {
    static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.EVENTS_VALIDATED,
            Topics.EVENTS_REJECTED,
            Topics.AGGREGATE_DELTAS,
            Topics.AGGREGATES,
            Topics.USER_AGGREGATES,
            Topics.USER_SESSIONS,
            Topics.MODERATION_DECISIONS,
            Topics.METRIC_DEFINITIONS,
            Topics.API_KEYS);

    private AggregatorMain() {}

    public static void main(String[] args) {
        ServiceProcess.run("aggregator-service", AggregatorMain::start);
    }

    static HttpServer start(Lifecycle lifecycle, Env env) {
        var config = AggregatorConfig.from(env);
        var service = config.service();
        var meters = Metrics.registry(service.service(), service.instanceId());
        lifecycle.closeLater(meters::close);
        var clients = lifecycle.closeLater(new KafkaClients(service, meters));
        new TopicCreator(clients).ensure(TOPICS);
        var keys = lifecycle.start(new ApiKeys(clients));
        var definitions = lifecycle.start(new Definitions(clients, meters));
        definitions.awaitLoaded();
        var topology = new AggregatorTopology(definitions::catalogue, config.cellLife(), config.pace()).build();
        var app = StreamsApp.exactlyOnce("aggregator-service", topology)
                .deadLettersTo(new RejectedRecords())
                .with(config.pace().streamsSettings());
        var streams = lifecycle.start(new StreamsRunner(app, clients, meters));
        var clickHouse = lifecycle.closeLater(ClickHouse.client(config.clickHouse()));
        var redis = lifecycle.closeLater(Redis.client(config.redis()));
        var database = config.clickHouse().database();
        var sinks = lifecycle.start(new Sinks(clients, clickHouse, database, redis, config.sinks(), meters));
        var health = new Health()
                .alive(keys.liveness())
                .alive(definitions.liveness())
                .alive(streams.liveness())
                .ready(keys.readiness())
                .ready(definitions.readiness())
                .ready(streams.readiness());
        sinks.report(health);
        var auth = new Authentication(keys, JwtVerifier.from(service.auth()), Clock.systemUTC());
        return lifecycle.start(new HttpServer(service.http(), auth, health, meters, List.of()));
    }
}
