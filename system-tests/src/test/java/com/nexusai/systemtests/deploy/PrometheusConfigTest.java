package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class PrometheusConfigTest {
    record Config(Global global, List<Scrape> scrapeConfigs) {}

    record Global(String scrapeInterval) {}

    record Scrape(String jobName, String metricsPath, List<Targets> staticConfigs) {}

    record Targets(List<String> targets) {}

    @Test
    void shouldScrapeEachServiceWhereItListens() {
        Config config = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .convertValue(YamlText.document(Checkout.text("ops/prometheus/prometheus.yml")), Config.class);

        assertThat(config.scrapeConfigs()).hasSize(Deployable.values().length);
        assertThat(Deployable.values())
                .allSatisfy(deployable -> assertThat(config.scrapeConfigs())
                        .contains(new Scrape(
                                deployable.service(),
                                "/metrics",
                                List.of(new Targets(List.of("localhost:" + deployable.port()))))));
    }
}
