package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import io.kubernetes.client.openapi.models.V1EnvVar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the charts and the compose file set is what the services read, by name and in a form that they accept. */
class SettingsTest {
    private static final String POD = "prod-0";
    private static final Set<String> READ_BY_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");
    /** A cluster has other addresses, folders and brokers than the laptop that the services' own defaults are for. */
    private static final Set<String> OTHER_ON_A_CLUSTER = Set.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_SECURITY_PROTOCOL",
            "STATE_DIR",
            "TOPICS_REPLICATION",
            "INSTANCE_ID",
            "ADVERTISED_SERVER");

    private static final ComposeFile COMPOSE = ComposeFile.parse(Checkout.text("docker-compose.yml"));

    @TempDir
    private static Path folder;

    private static Charts charts;

    @BeforeAll
    static void copyCharts() {
        charts = Charts.copiedTo(folder);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadByTheServiceWhenAChartSetsThem(Deployable deployable) {
        Map<String, String> variables = variables(charts.render(deployable, EveryValue.of(deployable)));

        variables.keySet().removeAll(READ_BY_THE_JVM);
        assertThat(SettingNames.readBy(deployable)).containsAll(variables.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadByTheServiceWhenComposeSetsThem(Deployable deployable) {
        Set<String> names = COMPOSE.service(deployable).settings().keySet();

        assertThat(SettingNames.readBy(deployable)).containsAll(names);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeAcceptedWhenAChartSetsThem(Deployable deployable) {
        Map<String, String> variables = variables(charts.render(deployable, EveryValue.of(deployable)));

        ServiceConfig config = accepted(deployable, variables);

        assertThat(config.instanceId()).isEqualTo(POD);
        assertThat(config.http().port()).isEqualTo(deployable.port());
        assertThat(config.streams().applicationServer()).startsWith(POD + ".").endsWith(":" + deployable.port());
        assertThat(config.streams().threads()).isEqualTo(4);
        assertThat(config.topics().create()).isFalse();
        assertThat(config.kafka().properties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.location", "/etc/fleet/truststore/ca.p12")
                .containsKeys("sasl.jaas.config", "ssl.truststore.password");
        assertThat(config.auth().acceptsJwt()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeAcceptedWhenComposeSetsThem(Deployable deployable) {
        ServiceConfig config = accepted(deployable, COMPOSE.service(deployable).settings());

        assertThat(config.http().port()).isEqualTo(deployable.port());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeTheServicesOwnDefaultsWhenNoValueIsGiven(Deployable deployable) {
        Map<String, String> variables = variables(charts.render(deployable, ""));

        Env bare = Env.of(Map.of());
        ServiceConfig.from(bare, deployable.service(), deployable.port());
        bare.asked().forEach((name, fallback) -> {
            if (variables.containsKey(name) && !OTHER_ON_A_CLUSTER.contains(name)) {
                assertThat(variables.get(name)).as(name).isEqualToIgnoringCase(fallback);
            }
        });
    }

    private static ServiceConfig accepted(Deployable deployable, Map<String, String> variables) {
        Env env = Env.of(variables);
        ServiceConfig config = ServiceConfig.from(env, deployable.service(), deployable.port());
        env.check();
        return config;
    }

    private static Map<String, String> variables(Manifests manifests) {
        Map<String, String> variables = new LinkedHashMap<>(manifests.settings());
        for (V1EnvVar variable : manifests.container().getEnv()) {
            variables.put(variable.getName(), value(variable));
        }
        return variables;
    }

    private static String value(V1EnvVar variable) {
        if (variable.getValue() != null) {
            return variable.getValue().replace("$(INSTANCE_ID)", POD);
        }
        return variable.getValueFrom().getFieldRef() != null ? POD : "a secret of at least thirty-two bytes";
    }
}
