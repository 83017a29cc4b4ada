package com.nexusai.benchmarks.flink;

import com.nexusai.benchmarks.aggregator.child.RunSettings;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A local Flink with RocksDB state and exactly-once checkpoints, and the job on it. */
public final class FlinkProcess {
    private FlinkProcess() {}

    public static void main(String[] args) throws Exception {
        var settings = RunSettings.parse(args);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
        new MetricsJob(settings).on(environment);
        environment.execute(settings.id());
    }

    /** What a tuning guide advises for such a job; each was tried and is not slower than the default. */
    private static Configuration configuration(RunSettings settings) {
        var configuration = new Configuration();
        configuration.setString("parallelism.default", Integer.toString(settings.threads()));
        configuration.setString("taskmanager.numberOfTaskSlots", Integer.toString(settings.threads()));
        configuration.setString("taskmanager.memory.managed.size", "512m");
        configuration.setString("pipeline.object-reuse", "true");
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("state.backend.type", "rocksdb");
        configuration.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
        configuration.setString(
                "state.backend.rocksdb.localdir",
                settings.folder().resolve("rocksdb").toString());
        configuration.setString("execution.checkpointing.interval", settings.commitMillis() + " ms");
        configuration.setString("execution.checkpointing.mode", "EXACTLY_ONCE");
        configuration.setString("execution.checkpointing.incremental", "true");
        configuration.setString(
                "execution.checkpointing.dir",
                settings.folder().resolve("checkpoints").toUri().toString());
        configuration.setString("rest.address", "localhost");
        configuration.setString("rest.bind-address", "localhost");
        configuration.setString("rest.bind-port", "0");
        return configuration;
    }
}
