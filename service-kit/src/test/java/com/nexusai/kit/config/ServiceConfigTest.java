package com.nexusai.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceConfigTest {
    @Test
    void shouldStandOnItsDefaults() {
        var config = from(Map.of("INSTANCE_ID", "pod-0"));

        assertThat(config.http().port()).isEqualTo(8081);
        assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(config.streams().applicationServer()).endsWith(":8081");
        assertThat(config.streams().stateDir()).isAbsolute();
        assertThat(config.topics().minInSyncReplicas()).isEqualTo(1);
        assertThat(config.auth().acceptsJwt()).isFalse();
    }

    @Test
    void shouldHandSecurityToKafkaUnderItsOwnNames() {
        var config = from(Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_JAAS_CONFIG", "hunter2;",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/trust"));

        assertThat(config.kafka().properties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "hunter2;")
                .containsEntry("ssl.truststore.location", "/etc/trust");
        assertThat(config.toString()).doesNotContain("hunter2");
    }

    @Test
    void shouldNeverShowSecretsWhenAuthIsPrinted() {
        var secret = "0123456789abcdef0123456789abcdef";

        assertThat(from(Map.of("AUTH_JWT_SECRET", secret)).toString()).doesNotContain(secret);
    }

    @Test
    void shouldReportEveryFaultOfEveryRecord() {
        var variables = new HashMap<String, String>();
        variables.put("HTTP_PORT", "99999");
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "kafka");
        variables.put("STREAMS_THREADS", "0");
        variables.put("AUTH_JWT_SECRET", "short");
        variables.put("AUTH_JWKS_URL", "https://id.example/keys");
        variables.put("LOG_LEVEL", "LOUD");
        variables.put("INSTANCE_ID", "a b");

        assertThatThrownBy(() -> from(variables))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        thrown -> assertThat(thrown.faults())
                                .hasSize(7)
                                .anySatisfy(fault -> assertThat(fault).startsWith("HTTP_PORT"))
                                .anySatisfy(fault -> assertThat(fault)
                                        .startsWith("AUTH_JWT_SECRET")
                                        .doesNotContain("short\""))
                                .anySatisfy(fault -> assertThat(fault).startsWith("INSTANCE_ID")));
    }

    @Test
    void shouldAskForRoomForOneBodyWhenBudgetIsBelowItsLimit() {
        assertThat(from(Map.of()).http().inFlightBodyBytes()).isEqualTo(67_108_864);
        assertThat(from(Map.of("HTTP_MAX_BODY_BYTES", "100", "HTTP_INFLIGHT_BODY_BYTES", "100"))
                        .http()
                        .inFlightBodyBytes())
                .isEqualTo(100);
        assertThatThrownBy(() -> from(Map.of("HTTP_MAX_BODY_BYTES", "101", "HTTP_INFLIGHT_BODY_BYTES", "100")))
                .hasMessageContaining("HTTP_INFLIGHT_BODY_BYTES: ")
                .hasMessageContaining("HTTP_MAX_BODY_BYTES");
    }

    private static ServiceConfig from(Map<String, String> variables) {
        var env = Env.of(variables);
        var config = ServiceConfig.from(env, "ingest-service", 8081);
        env.check();
        return config;
    }
}
