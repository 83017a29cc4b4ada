package com.nexusai.benchmarks.aggregator;

import com.nexusai.benchmarks.aggregator.dsl.DslContender;
import com.nexusai.benchmarks.aggregator.flink.FlinkContender;
import com.nexusai.benchmarks.aggregator.ours.AggregatorContender;
import com.nexusai.benchmarks.aggregator.race.Contender;
import java.util.List;

/** Who may run. */
final class Contenders {
    private static final List<Contender> ALL =
            List.of(new AggregatorContender(), new DslContender(), new FlinkContender());

    private Contenders() {}

    static List<Contender> named(List<String> names) {
        return names.stream().map(Contenders::named).toList();
    }

    private static Contender named(String name) {
        return ALL.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no contender '" + name + "'; there are "
                        + ALL.stream().map(Contender::name).toList()));
    }
}
