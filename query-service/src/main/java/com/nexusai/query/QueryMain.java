package com.nexusai.query;

import com.nexusai.kit.auth.ApiKeys;
import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.JwtVerifier;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.kafka.CompactedWriter;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.kit.lifecycle.Lifecycle;
import com.nexusai.kit.lifecycle.ServiceProcess;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.kit.streams.StreamsApp;
import com.nexusai.kit.streams.StreamsRunner;
import com.nexusai.query.dashboard.LiveDashboards;
import com.nexusai.query.definition.LiveDefinitions;
import com.nexusai.query.engine.Patience;
import com.nexusai.query.http.ConsoleRoutes;
import com.nexusai.query.http.OpenStreams;
import com.nexusai.query.http.QueryMeters;
import com.nexusai.query.http.QueryRoutes;
import com.nexusai.query.peer.HttpPeers;
import com.nexusai.query.processor.Applied;
import com.nexusai.query.store.AnswerCache;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceWatch;
import com.nexusai.query.store.StoreProgress;
import com.nexusai.query.store.StreamsCopies;
import com.nexusai.query.store.clickhouse.ClickHouseArchive;
import com.nexusai.query.store.clickhouse.ClickHouseHistory;
import com.nexusai.query.store.clickhouse.ClickHouseLink;
import com.nexusai.query.store.redis.RedisAnswers;
import com.nexusai.query.store.redis.RedisCounters;
import com.nexusai.query.store.redis.RedisLink;
import com.nexusai.query.topology.QueryTopology;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Answers dashboards. */
public final class QueryMain {
    private QueryMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(QueryConfig.NAME, QueryMain::start);
    }

    static HttpServer start(Lifecycle lifecycle, Env env) {
        var config = QueryConfig.from(env);
        var service = config.service();
        var clock = Clock.systemUTC();
        var meters = Metrics.registry(service.service(), service.instanceId());
        lifecycle.<AutoCloseable>closeLater(meters::close);
        var clients = lifecycle.closeLater(new KafkaClients(service, meters));
        new TopicCreator(clients)
                .ensure(List.of(
                        Topics.AGGREGATES,
                        Topics.USER_AGGREGATES,
                        Topics.API_KEYS,
                        Topics.METRIC_DEFINITIONS,
                        Topics.DASHBOARDS));
        var keys = lifecycle.start(new ApiKeys(clients));
        var definitions = lifecycle.start(new LiveDefinitions(clients));
        var dashboards = lifecycle.start(new LiveDashboards(clients));

        var redis = lifecycle.closeLater(new RedisLink(config.redis().url()));
        var clickHouse = lifecycle.closeLater(
                ClickHouseLink.connect(config.clickHouse(), config.timeBudget(), config.rowBudget()));
        var watchRedis = lifecycle.start(new SourceWatch(Source.REDIS, redis::ping));
        var watchHistory = lifecycle.start(new SourceWatch(Source.CLICKHOUSE, clickHouse::ping));

        var applied = new Applied();
        // nothing is written, so exactly-once would buy nothing and cost a full restore after every crash
        var app = StreamsApp.atLeastOnce(QueryConfig.NAME, QueryTopology.build(applied));
        var streams = lifecycle.start(new StreamsRunner(app, clients, meters));
        var progress = lifecycle.start(new StoreProgress(streams.streams(), applied, clock));
        var copies = new StreamsCopies(streams.streams(), config.self(), progress);
        var peers = lifecycle.closeLater(new HttpPeers(config.peerTimeout()));

        var health = new Health()
                .alive(keys.liveness())
                .alive(definitions.liveness())
                .alive(dashboards.liveness())
                .alive(streams.liveness())
                .ready(keys.readiness())
                .ready(definitions.readiness())
                .ready(dashboards.readiness())
                .ready(streams.readiness())
                .ready(progress.readiness())
                .inform(watchRedis.health())
                .inform(watchHistory.health());
        var auth = new Authentication(keys, JwtVerifier.from(service.auth()), clock);
        var open = new OpenStreams();
        var sources = new QueryRoutes.Sources(
                copies,
                peers,
                new RedisCounters(redis),
                new ClickHouseHistory(clickHouse),
                new ClickHouseArchive(clickHouse),
                definitions,
                new CompactedWriter<>(Topics.METRIC_DEFINITIONS, clients)::change,
                dashboards,
                new CompactedWriter<>(Topics.DASHBOARDS, clients)::change,
                config.lives(),
                config.cacheLife().isZero() ? AnswerCache.none() : new RedisAnswers(redis, config.cacheLife()),
                Patience.withHandover());
        var routes = QueryRoutes.of(sources, new QueryMeters(meters), open, service.instanceId(), clock);
        var withConsole = new ArrayList<>(routes);
        withConsole.add(new ConsoleRoutes(config.consoleIngestUrl()));
        var server = lifecycle.start(new HttpServer(service.http(), auth, health, meters, withConsole));
        // first of all, since the server waits for what is under way
        lifecycle.closeLater(open);
        return server;
    }
}
