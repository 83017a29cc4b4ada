package com.nexusai.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void shouldReportWhatEveryProcessHas() {
        var registry = Metrics.registry("ingest-service", "pod-0");

        assertThat(registry.scrape())
                .contains("jvm_memory_used_bytes", "process_uptime_seconds", "logback_events_total", "system_cpu")
                .contains("fleet_build_info{")
                .contains("instance=\"pod-0\"")
                .contains("service=\"ingest-service\"");
        assertThat(Build.version()).matches("\\d.*");
        registry.close();
    }
}
