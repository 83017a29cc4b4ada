package com.nexusai.ingest;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.gate.TenantShares;
import com.nexusai.ingest.http.Admissions;
import com.nexusai.ingest.http.PlanRoutes;
import com.nexusai.ingest.http.ProtocolRoutes;
import com.nexusai.ingest.http.RejectedRoutes;
import com.nexusai.ingest.http.SettingsRoutes;
import com.nexusai.ingest.http.TrackRoutes;
import com.nexusai.ingest.limit.LocalBuckets;
import com.nexusai.ingest.limit.SharedBuckets;
import com.nexusai.ingest.limit.Throttle;
import com.nexusai.ingest.plan.CountedPlans;
import com.nexusai.ingest.plan.LivePlans;
import com.nexusai.ingest.privacy.Pseudonymiser;
import com.nexusai.ingest.privacy.TenantHash;
import com.nexusai.ingest.protocol.Protocols;
import com.nexusai.ingest.rejected.RejectedBytes;
import com.nexusai.ingest.rejected.RejectedFollower;
import com.nexusai.ingest.rejected.RejectedShelf;
import com.nexusai.ingest.rejected.Resubmission;
import com.nexusai.ingest.rejected.Workbench;
import com.nexusai.ingest.settings.LiveSettings;
import com.nexusai.ingest.store.RedisBuckets;
import com.nexusai.ingest.topology.IngestTopology;
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
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The door: an HTTP gate in front of the public topic, and the stream behind it. */
public final class IngestMain {
    static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.EVENTS,
            Topics.EVENTS_REKEYED,
            Topics.EVENTS_VALIDATED,
            Topics.EVENTS_REJECTED,
            Topics.TRACKING_PLANS,
            Topics.TENANT_SETTINGS,
            Topics.AUDIT_LOG,
            Topics.API_KEYS);

    private IngestMain() {}

    public static void main(String[] args) {
        ServiceProcess.run("ingest-service", IngestMain::start);
    }

    static HttpServer start(Lifecycle lifecycle, Env env) {
        var config = IngestConfig.from(env);
        var service = config.service();
        var meters = Metrics.registry(service.service(), service.instanceId());
        lifecycle.closeLater(meters::close);
        var clients = lifecycle.closeLater(new KafkaClients(service, meters));
        int partitions = Doors.partitions(new TopicCreator(clients).ensure(TOPICS));
        var keys = lifecycle.start(new ApiKeys(clients));
        var clock = Clock.systemUTC();
        var plans = lifecycle.start(new LivePlans(clients));
        var admission = new Admission(config.limits(), plans);
        var counted = new Admission(config.limits(), new CountedPlans(plans, meters));
        var settings = lifecycle.start(new LiveSettings(clients));
        var hash = new TenantHash(config.privacySecret());
        var topology = new IngestTopology(
                        counted,
                        partitions,
                        config.dedupeWindow(),
                        Enrichments.open(config, settings, clock, meters, lifecycle),
                        new Pseudonymiser(settings, hash))
                .build();
        var app = StreamsApp.exactlyOnce("ingest-service", topology)
                .deadLettersTo(new RejectedRecords())
                .with(IngestTopology.SETTINGS);
        var streams = lifecycle.start(new StreamsRunner(app, clients, meters));
        new LedgerGauges(streams.streams()).addTo(meters);
        var shelf = new RejectedShelf(config.rejectedEvents());
        var rejected = lifecycle.start(new RejectedFollower(clients, shelf, config.rejectedEvents(), clock));
        var workbench = new Workbench(
                shelf,
                lifecycle.closeLater(new RejectedBytes(clients)),
                new Resubmission(clients, rejected, shelf),
                admission,
                clock);
        var health = new Health()
                .alive(keys.liveness())
                .alive(plans.liveness())
                .alive(settings.liveness())
                .alive(rejected.liveness())
                .alive(streams.liveness())
                .ready(keys.readiness())
                .ready(plans.readiness())
                .ready(settings.readiness())
                .ready(streams.readiness());
        var auth = new Authentication(keys, JwtVerifier.from(service.auth()), clock);
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        var admissions = admissions(lifecycle, clients, config, admission, clock, ids, meters);
        var routes = List.of(
                new TrackRoutes(admissions, auth, ids),
                new ProtocolRoutes(Protocols.all(), admissions, auth, clock),
                PlanRoutes.of(plans, clients, config.limits(), clock),
                SettingsRoutes.of(settings, hash, clients, clock),
                new RejectedRoutes(workbench));
        return lifecycle.start(new HttpServer(service.http(), auth, health, meters, routes));
    }

    /** The way from a request to Kafka: its limits, and the gate. */
    private static Admissions admissions(
            Lifecycle lifecycle,
            KafkaClients clients,
            IngestConfig config,
            Admission admission,
            Clock clock,
            Supplier<String> ids,
            MeterRegistry meters) {
        var bytes = new ByteArraySerializer();
        var producer = lifecycle.closeLater(clients.producer("gate", bytes, bytes));
        var shares = new TenantShares(config.tenantInFlightBytes(), KafkaClients.PRODUCER_BUFFER_BYTES);
        var gate = new EventGate(admission, producer, clock, ids, config.maxEvents(), shares);
        var redis = lifecycle.start(new RedisBuckets(config.redis()));
        var local = new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS);
        var buckets = new SharedBuckets(redis, local, System::nanoTime, meters);
        return new Admissions(gate, new Throttle(buckets, config.quotas()));
    }
}
