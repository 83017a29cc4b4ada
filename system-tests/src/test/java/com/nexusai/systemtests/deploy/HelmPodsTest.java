package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs in the pods: who it is, where it keeps its state, how it is watched and how it stops. */
class HelmPodsTest {
    @TempDir
    private static Path folder;

    private static Charts charts;

    @BeforeAll
    static void copyCharts() {
        charts = Charts.copiedTo(folder);
    }

    @ParameterizedTest
    @EnumSource
    void shouldListenOnThePortOfTheDesign(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        assertThat(manifests.settings()).containsEntry("HTTP_PORT", String.valueOf(deployable.port()));
        assertThat(manifests.container().getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(port.getContainerPort()).isEqualTo(deployable.port());
        });
        assertThat(manifests.clientService().getSpec().getPorts())
                .extracting(port -> port.getPort())
                .containsExactly(deployable.port());
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsIdentityAcrossRestarts(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        String headless = manifests.headlessService().getMetadata().getName();
        assertThat(manifests.statefulSet().getSpec().getServiceName()).isEqualTo(headless);
        assertThat(manifests.headlessService().getSpec().getPublishNotReadyAddresses())
                .isTrue();
        assertThat(manifests.variable("INSTANCE_ID"))
                .hasValueSatisfying(
                        id -> assertThat(id.getValueFrom().getFieldRef().getFieldPath())
                                .isEqualTo("metadata.name"));
        assertThat(manifests.variable("ADVERTISED_SERVER"))
                .hasValueSatisfying(server -> assertThat(server.getValue())
                        .isEqualTo("$(INSTANCE_ID)." + headless + ":" + deployable.port()));
        // Kubernetes replaces $(NAME) only by what stands before it in the list
        assertThat(manifests.container().getEnv())
                .extracting(V1EnvVar::getName)
                .startsWith("INSTANCE_ID", "ADVERTISED_SERVER");
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepItsStateOnAClaimedVolume(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        var claims = manifests.statefulSet().getSpec().getVolumeClaimTemplates();
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.getMetadata().getName()).isEqualTo("state");
            assertThat(claim.getSpec().getStorageClassName()).isEqualTo("fast");
            assertThat(claim.getSpec().getResources().getRequests()).containsKey("storage");
        });
        V1VolumeMount mount = manifests.container().getVolumeMounts().stream()
                .filter(candidate -> candidate.getName().equals("state"))
                .findFirst()
                .orElseThrow();
        assertThat(manifests.settings().get("STATE_DIR")).startsWith(mount.getMountPath() + "/");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRunWithoutRootAndWithoutPrivileges(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        V1PodSpec pod = manifests.pod();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
        assertThat(pod.getSecurityContext().getFsGroup()).isEqualTo(10001);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        V1Container container = manifests.container();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getVolumeMounts())
                .extracting(V1VolumeMount::getMountPath)
                .contains("/tmp");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeProbedWhereTheServicesAnswer(Deployable deployable) {
        V1Container container = charts.render(deployable, "").container();

        assertProbe(container.getStartupProbe(), "/health/liveness");
        assertProbe(container.getLivenessProbe(), "/health/liveness");
        assertProbe(container.getReadinessProbe(), "/health/readiness");
    }

    private static void assertProbe(V1Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrValue()).isEqualTo("http");
        assertThat(probe.getTimeoutSeconds()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveTimeToStop(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        long drain =
                manifests.container().getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(drain).isPositive();
        // the kit's own limits: 10 s for requests in flight, 15 s for Kafka Streams
        assertThat(manifests.pod().getTerminationGracePeriodSeconds()).isGreaterThan(drain + 10 + 15);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSizeTheHeapByTheMemoryLimit(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        assertThat(manifests.container().getResources().getLimits()).containsKey("memory");
        assertThat(manifests.variable("JAVA_TOOL_OPTIONS"))
                .hasValueSatisfying(options ->
                        assertThat(options.getValue()).contains("-XX:MaxRAMPercentage=50", "ExitOnOutOfMemoryError"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRestartPodsWhenASettingChangesAndOnlyThen(Deployable deployable) {
        String before = checksum(deployable, "");
        String after = checksum(deployable, "log: {level: DEBUG}");
        String unrelated = checksum(deployable, "podDisruptionBudget: {maxUnavailable: 2}");

        assertThat(after).isNotEqualTo(before);
        assertThat(unrelated).isEqualTo(before);
    }

    private static String checksum(Deployable deployable, String values) {
        return charts.render(deployable, values)
                .statefulSet()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get("checksum/settings");
    }

    @ParameterizedTest
    @EnumSource
    void shouldMountKafkaStoresWhereTheSettingsSay(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        for (String store : List.of("truststore", "keystore")) {
            String location = manifests.settings().get("KAFKA_SSL_" + store.toUpperCase(Locale.ROOT) + "_LOCATION");
            assertThat(manifests.container().getVolumeMounts())
                    .filteredOn(mount -> mount.getName().equals(store))
                    .singleElement()
                    .satisfies(mount -> assertThat(location).startsWith(mount.getMountPath() + "/"));
            assertThat(manifests.pod().getVolumes())
                    .filteredOn(volume -> volume.getName().equals(store))
                    .singleElement()
                    .satisfies(volume -> assertThat(location)
                            .endsWith("/"
                                    + volume.getSecret().getItems().getFirst().getPath()));
        }
    }
}
