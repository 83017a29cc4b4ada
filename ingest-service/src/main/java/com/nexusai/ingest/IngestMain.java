package com.nexusai.ingest;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.http.TrackRoutes;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The door: an HTTP gate in front of the public topic, and the stream behind it. */
public final class IngestMain {
    static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.EVENTS, Topics.EVENTS_REKEYED, Topics.EVENTS_VALIDATED, Topics.EVENTS_REJECTED, Topics.API_KEYS);

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
        var admission = new Admission(config.limits());
        var topology = new IngestTopology(admission, partitions, config.dedupeWindow()).build();
        var app = StreamsApp.exactlyOnce("ingest-service", topology).deadLettersTo(new RejectedRecords());
        var streams = lifecycle.start(new StreamsRunner(app, clients, meters));
        new LedgerGauges(streams.streams()).addTo(meters);
        var bytes = new ByteArraySerializer();
        var producer = lifecycle.closeLater(clients.producer("gate", bytes, bytes));
        var clock = Clock.systemUTC();
        var gate = new EventGate(
                admission, producer, clock, () -> UUID.randomUUID().toString(), config.maxEvents());
        var health = new Health()
                .alive(keys.liveness())
                .alive(streams.liveness())
                .ready(keys.readiness())
                .ready(streams.readiness());
        var auth = new Authentication(keys, JwtVerifier.from(service.auth()), clock);
        return lifecycle.start(new HttpServer(service.http(), auth, health, meters, List.of(new TrackRoutes(gate))));
    }
}
