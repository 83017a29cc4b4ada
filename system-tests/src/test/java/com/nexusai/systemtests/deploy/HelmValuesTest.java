package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A wrong value is refused before anything is installed, and the message names it. */
class HelmValuesTest {
    private static final Set<String> OWN_VALUES = Set.of("retention", "ingest", "sink", "clickhouse", "redis");

    @TempDir
    private static Path folder;

    private static Charts charts;

    @BeforeAll
    static void copyCharts() {
        charts = Charts.copiedTo(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    replicas: 3                                             | replicas
                    replicaCount: two                                       | /replicaCount
                    image: {tag: 7}                                         | /image/tag
                    image: {repo: mine}                                     | repo
                    image: {digest: 'sha256:abc'}                           | /image/digest
                    kafka: {bootstrapServers: kafka}                        | /kafka/bootstrapServers
                    kafka: {securityProtocol: TLS}                          | /kafka/securityProtocol
                    kafka: {securityProtocol: SASL_SSL}                     | /kafka/sasl/existingSecret
                    kafka: {sasl: {password: secret}}                       | password
                    topics: {replication: 0}                                | /topics/replication
                    streams: {probingIntervalMs: 100}                       | /streams/probingIntervalMs
                    streams: {cacheBytes: 64Mi}                             | /streams/cacheBytes
                    auth: {jwt: {secret: abc}}                              | secret
                    auth: {jwt: {jwksUrl: 'https://l/k', existingSecret: s}} | /auth/jwt/existingSecret
                    jvm: {maxRamPercentage: 95}                             | /jvm/maxRamPercentage
                    persistence: {size: 10}                                 | /persistence/size
                    probes: {liveness: {path: /healthz}}                    | path
                    service: {port: 0}                                      | /service/port
                    podDisruptionBudget: {maxUnavailable: 0}                | /podDisruptionBudget/maxUnavailable
                    networkPolicy: {allowFrom: [{}]}                        | /networkPolicy/allowFrom/0
                    extraEnv: [{name: not-a-variable, value: x}]            | /extraEnv/0/name
                    clickhouse: {url: 'http://user:pass@clickhouse:8123'}   | /clickhouse/url
                    redis: {url: 'redis://:pass@redis:6379'}                | /redis/url
                    sink: {batchRows: 0}                                    | /sink/batchRows
                    """)
    void shouldNameTheValueWhenItIsRefused(String values, String named) {
        assertThatThrownBy(() -> charts.render(Deployable.AGGREGATOR, values)).hasMessageContaining("'" + named + "'");
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeValuesOfAChartOfCharts(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "global: {region: eu}");

        assertThat(manifests.settings()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteLargeNumbersAsTheServicesReadThem(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "streams: {cacheBytes: 2147483648}");

        assertThat(manifests.settings()).containsEntry("STREAMS_CACHE_BYTES", "2147483648");
        assertThat(manifests.settings().values()).noneMatch(value -> value.matches("[0-9.]+e\\+[0-9]+"));
    }

    @Test
    void shouldKnowTheSameCommonValuesInEveryChart() {
        Map<String, Object> expected = commonProperties(Deployable.INGEST);

        for (Deployable deployable : Deployable.values()) {
            assertThat(commonProperties(deployable)).as(deployable.service()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEveryValueWithItsDefault(Deployable deployable) {
        Map<String, Object> shown = YamlText.document(Checkout.text("helm/" + deployable + "/values.yaml"));

        Map<String, Object> known = properties(deployable);
        known.keySet().removeAll(Set.of("global", "fleet-library"));
        assertThat(shown).containsOnlyKeys(known.keySet());
    }

    private static Map<String, Object> commonProperties(Deployable deployable) {
        Map<String, Object> common = properties(deployable);
        common.keySet().removeAll(OWN_VALUES);
        return common;
    }

    private static Map<String, Object> properties(Deployable deployable) {
        // JSON is YAML
        Map<String, Object> schema = YamlText.document(Checkout.text("helm/" + deployable + "/values.schema.json"));
        return new LinkedHashMap<>(YamlText.object(YamlText.member(schema, "properties")));
    }
}
