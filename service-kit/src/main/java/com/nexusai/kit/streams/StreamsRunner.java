package com.nexusai.kit.streams;

import com.nexusai.kit.config.StreamsSettings;
import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one topology, keeps its promise, and says how it is doing. */
public final class StreamsRunner implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final int REPLACEMENTS = 10;
    private static final Duration REPLACEMENT_WINDOW = Duration.ofMinutes(10);

    private final StreamsApp app;
    private final KafkaClients clients;
    private final StreamsSettings settings;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMeters;
    private final StreamsHealth health;

    public StreamsRunner(StreamsApp app, KafkaClients clients, MeterRegistry meters) {
        ResourceNames.requireExplicit(app.topology());
        this.app = app;
        this.clients = clients;
        this.settings = clients.config().streams();
        var poison = new PoisonPolicy(app.deadLetters(), meters);
        var properties = StreamsProperties.of(app, clients.config(), Map.of(PoisonPolicy.SETTING, poison));
        var restore = new RestoreMeters(meters);
        this.streams = new KafkaStreams(app.topology(), properties);
        this.health = new StreamsHealth(app.applicationId(), streams, restore, settings.threads());
        var budget = new ReplacementBudget(REPLACEMENTS, REPLACEMENT_WINDOW, Clock.systemUTC());
        streams.setUncaughtExceptionHandler(new ThreadFailures(budget, meters));
        streams.setGlobalStateRestoreListener(restore);
        streams.setStateListener(this::changed);
        this.streamsMeters = new KafkaStreamsMetrics(streams);
        streamsMeters.bindTo(meters);
        meterStates(meters);
    }

    @Override
    public void start() {
        if (app.guarantee() == Guarantee.EXACTLY_ONCE) {
            try (var admin = clients.admin()) {
                BrokerFeatures.requireSafeTransactions(admin);
            }
        }
        streams.start();
    }

    /** For interactive queries; there from the start, and throwing until the stores are. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Fails when the client is in ERROR, a thread is lost, or one has not polled for long. */
    public HealthCheck liveness() {
        return health.liveness();
    }

    /** Up once everything was restored, and through later rebalances. */
    public HealthCheck readiness() {
        return health.readiness();
    }

    /**
     * Stays in the group, unless told otherwise: the tasks wait for this instance to return within the session timeout,
     * which spares everyone two rebalances in a rolling restart.
     */
    @Override
    public void close() {
        var membership = settings.leaveOnStop()
                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
        var options = CloseOptions.timeout(settings.closeTimeout()).withGroupMembershipOperation(membership);
        if (!streams.close(options)) {
            LOG.warn("{} did not close within {}", app.applicationId(), settings.closeTimeout());
        }
        streamsMeters.close();
    }

    private void changed(State now, State before) {
        health.changed(now);
        LOG.info("{} is {} (was {})", app.applicationId(), now, before);
    }

    private void meterStates(MeterRegistry meters) {
        for (var state : State.values()) {
            Gauge.builder("fleet.streams.state", streams, client -> client.state() == state ? 1 : 0)
                    .description("1 for the state that the client is in")
                    .tags(Tags.of("application", app.applicationId(), "state", state.name()))
                    .register(meters);
        }
    }
}
