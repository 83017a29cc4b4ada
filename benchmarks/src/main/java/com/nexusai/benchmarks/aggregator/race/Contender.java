package com.nexusai.benchmarks.aggregator.race;

import com.nexusai.benchmarks.aggregator.child.JavaCommand;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.result.LatestValues;
import com.nexusai.benchmarks.aggregator.result.Results;
import java.util.List;

/** One way to compute the metrics, as a process that reads the validated events and writes to topics. */
public interface Contender {
    String name();

    JavaCommand command(RunSettings settings, List<String> flags);

    /** Where results appear; they are there before it starts, and gone when it has ended. */
    List<ResultTopic> topics();

    /** What it has found, in the end. */
    Results results(LatestValues topics);
}
