package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1EnvVar;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets come from secrets that are there already: the charts make none and hold none. */
class HelmSecretsTest {
    private static final String SECRET = ".*(PASSWORD|SECRET|JAAS).*";

    @TempDir
    private static Path folder;

    private static Charts charts;

    @BeforeAll
    static void copyCharts() {
        charts = Charts.copiedTo(folder);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReferToEverySecretWhenAllAreNamed(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        Set<String> bySecret = manifests.container().getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null)
                .map(V1EnvVar::getName)
                .collect(Collectors.toSet());
        assertThat(bySecret).contains("KAFKA_SASL_JAAS_CONFIG", "KAFKA_SSL_TRUSTSTORE_PASSWORD", "AUTH_JWT_SECRET");
        // a PEM key store has no password: passwordKey is empty in these values
        assertThat(bySecret).doesNotContain("KAFKA_SSL_KEYSTORE_PASSWORD");
        if (deployable.usesClickHouseAndRedis()) {
            assertThat(bySecret).contains("CLICKHOUSE_PASSWORD", "REDIS_URL");
            assertThat(manifests.settings()).doesNotContainKey("REDIS_URL");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteNoSecretIntoAManifest(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        assertThat(manifests.settings().keySet()).noneMatch(name -> name.matches(SECRET));
        assertThat(manifests.container().getEnv())
                .filteredOn(variable -> variable.getName().matches(SECRET))
                .allSatisfy(variable -> assertThat(variable.getValue()).isNull());
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeedNoSecretWhenNoneIsNamed(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        assertThat(manifests.container().getEnv())
                .noneMatch(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null);
    }
}
