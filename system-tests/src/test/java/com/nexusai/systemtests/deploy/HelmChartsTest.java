package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each chart renders as a whole: which objects, how they find each other, under which names. */
class HelmChartsTest {
    @TempDir
    private static Path folder;

    private static Charts charts;
    private static Set<Path> before;

    @BeforeAll
    static void copyCharts() {
        before = Checkout.files("helm");
        charts = Charts.copiedTo(folder);
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassLint(Deployable deployable) {
        LintResult result = charts.lint(deployable);

        assertThat(result.isFailed()).as(() -> result.getMessages().toString()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.startsWith("[WARNING]"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRenderWhatAThinFleetNeedsWhenNoValueIsGiven(Deployable deployable) {
        Manifests manifests = charts.render(deployable, "");

        assertThat(manifests.kinds())
                .containsExactlyInAnyOrder(
                        V1ConfigMap.class,
                        V1Service.class,
                        V1Service.class,
                        V1StatefulSet.class,
                        V1ServiceAccount.class,
                        V1PodDisruptionBudget.class);
        assertThat(manifests.container().getImage()).isEqualTo("nexusai/" + deployable + ":1.0.0");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAddMonitorAndNetworkPolicyWhenTheyAreSwitchedOn(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        assertThat(manifests.kinds()).contains(ServiceMonitor.class, V1NetworkPolicy.class);
        V1NetworkPolicy policy = manifests.only(V1NetworkPolicy.class);
        assertThat(policy.getSpec().getIngress().getFirst().getFrom()).hasSize(3);
        assertThat(manifests.podLabels())
                .containsAllEntriesOf(policy.getSpec().getPodSelector().getMatchLabels());
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveOutWhatIsSwitchedOff(Deployable deployable) {
        Manifests manifests = charts.render(deployable, """
                persistence: {enabled: false}
                podDisruptionBudget: {enabled: false}
                serviceAccount: {create: false}
                topologySpread: {keys: []}
                """);

        assertThat(manifests.kinds())
                .containsExactlyInAnyOrder(V1ConfigMap.class, V1Service.class, V1Service.class, V1StatefulSet.class);
        assertThat(manifests.statefulSet().getSpec().getVolumeClaimTemplates()).isNullOrEmpty();
        assertThat(manifests.pod().getServiceAccountName()).isEqualTo("default");
        assertThat(manifests.pod().getTopologySpreadConstraints()).isNullOrEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSelectItsOwnPodsWithEverySelector(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        Map<String, String> labels = manifests.podLabels();
        var statefulSet = manifests.statefulSet().getSpec();
        assertThat(labels).containsAllEntriesOf(statefulSet.getSelector().getMatchLabels());
        assertThat(statefulSet.getSelector().getMatchLabels()).containsKey("app.kubernetes.io/instance");
        assertThat(labels)
                .containsAllEntriesOf(manifests.clientService().getSpec().getSelector());
        assertThat(labels)
                .containsAllEntriesOf(manifests.headlessService().getSpec().getSelector());
        assertThat(labels)
                .containsAllEntriesOf(manifests
                        .only(V1PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
        assertThat(manifests.pod().getTopologySpreadConstraints())
                .hasSize(2)
                .allSatisfy(spread -> assertThat(labels)
                        .containsAllEntriesOf(spread.getLabelSelector().getMatchLabels()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeScrapedOncePerInstanceWhenTheMonitorIsOn(Deployable deployable) {
        Manifests manifests = charts.render(deployable, EveryValue.of(deployable));

        ServiceMonitor monitor = manifests.only(ServiceMonitor.class);
        Map<String, String> wanted = monitor.getSpec().getSelector().getMatchLabels();
        assertThat(manifests.all(V1Service.class))
                .filteredOn(
                        service -> service.getMetadata().getLabels().entrySet().containsAll(wanted.entrySet()))
                .containsExactly(manifests.headlessService());
        assertThat(monitor.getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("http");
            assertThat(endpoint.getPath()).isEqualTo("/metrics");
        });
        assertThat(monitor.getMetadata().getLabels()).containsEntry("release", "prometheus");
    }

    @ParameterizedTest
    @EnumSource
    void shouldStayWithinKubernetesNameLengthsWhenTheReleaseNameIsAsLongAsHelmAllows(Deployable deployable) {
        Manifests manifests = charts.render("r".repeat(53), deployable, "");

        String longestPodName = manifests.statefulSet().getMetadata().getName() + "-999";
        assertThat(longestPodName).hasSizeLessThanOrEqualTo(63);
        assertThat(manifests.headlessService().getMetadata().getName()).hasSizeLessThanOrEqualTo(63);
        assertThat(manifests.podLabels().values()).allMatch(value -> value.length() <= 63);
    }

    @Test
    void shouldLeaveNothingOfHelmInTheCheckout() {
        assertThat(folder.resolve("ingest-service/Chart.lock")).exists();
        assertThat(Checkout.files("helm")).isEqualTo(before);
    }
}
