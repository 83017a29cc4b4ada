package com.nexusai.aggregator.definition;

import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.kafka.CompactedView;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.CannotStart;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The definitions on the compacted topic {@code metric-definitions}, followed live, as a catalogue ready for use. */
public final class Definitions implements Part {
    private static final Duration LOAD = Duration.ofSeconds(60);

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

    /**
     * Returns when all definitions that were on the topic at the start are in the catalogue. To be called before events
     * are read: an event that comes before its metric would not count in it.
     */
    public void awaitLoaded() {
        if (!view.awaitCaughtUp(LOAD)) {
            throw new CannotStart("The topic " + Topics.METRIC_DEFINITIONS.name() + " could not be read within "
                    + LOAD.toSeconds() + " s, so it is not known what to count.");
        }
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
