package com.nexusai.aggregator.definition;

import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The definitions on the compacted topic {@code metric-definitions}, followed live, as a catalogue ready for use. */
public final class Definitions implements Part {
    private final Catalogue catalogue = Catalogue.builtIn();
    private final CompactedView<String, ?> view;

    public Definitions(KafkaClients clients, MeterRegistry meters) {
        var sound = new SoundDefinitions(catalogue, new DefinitionMeters(meters));
        this.view = new CompactedView<>(
                Topics.METRIC_DEFINITIONS, clients, (key, before, after) -> sound.changed(key, after));
    }

    @Override
    public void start() {
        view.start();
    }

    /** Safe for all threads; never waits. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** @return whether all definitions that were on the topic at the start are in the catalogue */
    public boolean awaitCaughtUp(Duration timeout) {
        return view.awaitCaughtUp(timeout);
    }

    public HealthCheck liveness() {
        return view.liveness();
    }

    public HealthCheck readiness() {
        return view.readiness();
    }

    @Override
    public void close() {
        view.close();
    }
}
