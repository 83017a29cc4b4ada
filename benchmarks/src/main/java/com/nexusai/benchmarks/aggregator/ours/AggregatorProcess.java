package com.nexusai.benchmarks.aggregator.ours;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.aggregator.processor.Pace;
import com.nexusai.aggregator.topology.AggregatorTopology;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.child.StreamsSetting;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.lifecycle.ServiceProcess;
import com.nexusai.kit.streams.RejectedRecords;
import com.nexusai.kit.streams.StreamsApp;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.List;

/** The topology as {@code AggregatorMain} runs it, without HTTP and without the sinks, which the references have not. */
public final class AggregatorProcess {
    static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.EVENTS_REJECTED,
            Topics.AGGREGATE_DELTAS,
            Topics.AGGREGATES,
            Topics.USER_AGGREGATES,
            Topics.USER_SESSIONS,
            Topics.MODERATION_DECISIONS);

    private AggregatorProcess() {}

    public static void main(String[] args) {
        var settings = RunSettings.parse(args);
        ServiceProcess.run("aggregator-service", (lifecycle, env) -> {
            var pace = pace(settings, env);
            env.check();
            var catalogue = Catalogue.builtIn();
            var topology = new AggregatorTopology(() -> catalogue, CellLife.DEFAULT, pace).build();
            var app = StreamsApp.exactlyOnce(settings.id(), topology)
                    .deadLettersTo(new RejectedRecords())
                    .with(pace.streamsSettings());
            StreamsSetting.of(settings, System.getenv()).start(app, TOPICS, lifecycle);
        });
    }

    /** As the service has it, but for the pause while it catches up: that is when it commits, as often as the others. */
    private static Pace pace(RunSettings settings, Env env) {
        var usual = Pace.DEFAULT;
        return new Pace(
                usual.pause(),
                Duration.ofMillis(settings.commitMillis()),
                env.integer("AGGREGATOR_ACTORS_IN_MEMORY", usual.actorsInMemory(), 1, 10_000_000),
                env.integer("AGGREGATOR_CELLS_IN_MEMORY", usual.cellsInMemory(), 1, 10_000_000));
    }
}
