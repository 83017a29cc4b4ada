package com.nexusai.benchmarks.ingest;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.gate.TenantShares;
import com.nexusai.ingest.http.Admissions;
import com.nexusai.ingest.http.TrackRoutes;
import com.nexusai.ingest.limit.LocalBuckets;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.ingest.limit.Quotas;
import com.nexusai.ingest.limit.Throttle;
import com.nexusai.kit.auth.ApiKeys;
import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.JwtVerifier;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.ServiceProcess;
import com.nexusai.kit.metrics.Metrics;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The door as the service makes it, with credentials, limits and acknowledgement, but without the stream behind it, whose
 * work would be counted as the door's. Limits are there and never reached.
 */
final class DoorMain {
    static final String PATH = "/api/v1/analytics/track";

    private static final long FAR = 1_000_000_000;
    private static final long SHARE = 16L << 20;

    private DoorMain() {}

    public static void main(String[] args) {
        ServiceProcess.run("ingest-service", (lifecycle, env) -> {
            var config = ServiceConfig.from(env, "ingest-service", 0);
            env.check();
            var meters = Metrics.registry("ingest-service", "bench");
            var clients = lifecycle.closeLater(new KafkaClients(config, meters));
            var keys = lifecycle.start(new ApiKeys(clients));
            var clock = Clock.systemUTC();
            var auth = new Authentication(keys, JwtVerifier.from(config.auth()), clock);
            var bytes = new ByteArraySerializer();
            var producer = lifecycle.closeLater(clients.producer("gate", bytes, bytes));
            Supplier<String> ids = () -> UUID.randomUUID().toString();
            var admission = new Admission(new Limits(64 * 1024, Duration.ofDays(3650), Duration.ofMinutes(5)));
            var shares = new TenantShares(SHARE, KafkaClients.PRODUCER_BUFFER_BYTES);
            var gate = new EventGate(admission, producer, clock, ids, 5000, shares);
            var buckets = new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS);
            var admissions = new Admissions(gate, new Throttle(buckets, quotas()));
            var routes = List.of(new TrackRoutes(admissions, auth, ids));
            var server = lifecycle.start(new HttpServer(config.http(), auth, new Health(), meters, routes));
            ChildJvm.say(server.port());
        });
    }

    private static Quotas quotas() {
        return new Quotas(
                new Quota("requests", FAR, FAR),
                new Quota("events", FAR, FAR),
                new Quota("tenant-requests", FAR, FAR),
                new Quota("tenant-events", FAR, FAR));
    }
}
