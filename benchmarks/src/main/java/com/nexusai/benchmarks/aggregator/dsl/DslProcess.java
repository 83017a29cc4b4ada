package com.nexusai.benchmarks.aggregator.dsl;

import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.child.StreamsSetting;
import com.nexusai.kit.lifecycle.ServiceProcess;
import com.nexusai.kit.streams.StreamsApp;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** The program in a process, with the settings that our own services run with. */
public final class DslProcess {
    private DslProcess() {}

    public static void main(String[] args) {
        var settings = RunSettings.parse(args);
        ServiceProcess.run("dsl", (lifecycle, env) -> {
            var app = StreamsApp.exactlyOnce(settings.id(), new DslTopology().build())
                    .with(Map.of(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheBytes()));
            StreamsSetting.of(settings, System.getenv()).start(app, lifecycle);
        });
    }
}
