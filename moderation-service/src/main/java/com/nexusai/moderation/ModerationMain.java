package com.nexusai.moderation;

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
import com.nexusai.moderation.asking.Asker;
import com.nexusai.moderation.book.LiveBook;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.command.KafkaDesk;
import com.nexusai.moderation.command.OutcomeFollower;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.TenantBanks;
import com.nexusai.moderation.http.BankHandler;
import com.nexusai.moderation.http.DefinitionRoutes;
import com.nexusai.moderation.http.Doors;
import com.nexusai.moderation.http.LexiconHandler;
import com.nexusai.moderation.http.Peers;
import com.nexusai.moderation.http.PolicyHandler;
import com.nexusai.moderation.http.ReviewConsole;
import com.nexusai.moderation.http.ShadowHandler;
import com.nexusai.moderation.http.StatementHandler;
import com.nexusai.moderation.http.StatementRoutes;
import com.nexusai.moderation.policy.LivePolicies;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.moderation.scoring.TenantScorers;
import com.nexusai.moderation.statement.KafkaDecisionLog;
import com.nexusai.moderation.store.BrokerLooks;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.Freshness;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.topology.ModerationTopology;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Starts the service. */
public final class ModerationMain {
    private ModerationMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(ModerationConfig.SERVICE, ModerationMain::start);
    }

    static HttpServer start(Lifecycle lifecycle, Env env) {
        var settings = ModerationConfig.from(env);
        var config = settings.service();
        var clock = Clock.systemUTC();
        var meters = Metrics.registry(config.service(), config.instanceId());
        var clients = lifecycle.closeLater(new KafkaClients(config, meters));
        var creator = new TopicCreator(clients);
        creator.ensure(List.of(
                Topics.API_KEYS,
                Topics.MODERATION_POLICIES,
                Topics.MODERATION_BANKS,
                Topics.MODERATION_LEXICONS,
                Topics.MODERATION_WEBHOOKS,
                Topics.MODERATION_DELIVERIES));
        var partitions = creator.ensure(ModerationTopology.topics());
        var keys = lifecycle.start(new ApiKeys(clients));

        var policies = lifecycle.start(new LivePolicies(clients));
        var counted = new ModerationMeters(meters);
        var scorers = new TenantScorers(Policy.LOCAL, counted::timed);
        var lexicons = lifecycle.start(new LiveBook<>(Topics.MODERATION_LEXICONS, clients, scorers::changed));
        var known = new TenantBanks();
        var banks = lifecycle.start(new LiveBook<>(Topics.MODERATION_BANKS, clients, known::changed));
        var casework = new Casework(Policy.LOCAL, scorers, policies, known);
        var progress = new Progress();
        var topology = ModerationTopology.build(casework, counted, progress);
        var app = StreamsApp.exactlyOnce(ModerationConfig.SERVICE, topology).deadLettersTo(new RejectedRecords());
        var runner = lifecycle.start(new StreamsRunner(app, clients, meters));

        var commands = lifecycle.closeLater(CommandLog.open(clients));
        var self = config.streams().applicationServer();
        var freshness = new Freshness(progress, clock);
        lifecycle.start(new BrokerLooks(runner.streams(), app.applicationId(), clients.admin(), freshness, clock));
        var reads = CaseReads.of(runner.streams(), self, partitions, freshness);
        var peers = lifecycle.closeLater(new Peers());
        var outcomes = lifecycle.start(new OutcomeFollower(clients));
        var providers = new Providers(settings.providers().open(), meters, clock);
        var asker = lifecycle.start(new Asker(providers, commands, clock).workers(clients));
        var later = Executors.newVirtualThreadPerTaskExecutor();
        lifecycle.closeLater((AutoCloseable) later::shutdownNow);
        var doors = new Doors(reads, peers, commands, new KafkaDesk(commands, outcomes), providers, later, clock);
        var routes = doors.routes(casework, () -> UUID.randomUUID().toString());

        var health = new Health();
        var rules = new PolicyHandler(policies, providers.names(), clock);
        var definitions = new DefinitionRoutes(
                rules,
                new ShadowHandler(rules, reads, peers, clock),
                new BankHandler(banks, clock),
                new LexiconHandler(lexicons, clock),
                Deliverers.start(lifecycle, settings, clients, meters, health, clock));
        var statements =
                new StatementRoutes(new StatementHandler(reads, peers, casework, new KafkaDecisionLog(clients), clock));
        health.alive(keys.liveness()).alive(policies.liveness()).alive(runner.liveness());
        health.alive(asker.liveness()).alive(lexicons.liveness()).alive(banks.liveness());
        health.ready(keys.readiness()).ready(runner.readiness()).ready(outcomes.readiness());
        var access = new Authentication(keys, JwtVerifier.from(config.auth()), clock);
        var console = ReviewConsole.routes(settings.consoleMediaOrigins());
        return lifecycle.start(new HttpServer(
                config.http(), access, health, meters, List.of(definitions, statements, routes, console)));
    }
}
