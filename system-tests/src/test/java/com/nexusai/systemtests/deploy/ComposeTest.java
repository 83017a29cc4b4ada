package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.auth.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {
    private final ComposeFile compose = ComposeFile.parse(Checkout.text("docker-compose.yml"));
    private final Dockerfile dockerfile = Dockerfile.parse(Checkout.text("Dockerfile"));

    @Test
    void shouldHaveTheFleetItsServersAndTheKeys() {
        Stream<String> fleet = Arrays.stream(Deployable.values()).map(Deployable::service);

        assertThat(compose.services().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(fleet, Stream.of("kafka", "clickhouse", "redis", "keys", "grafana"))
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBuildEachServiceFromItsTarget(Deployable deployable) {
        ComposeFile.Service service = compose.service(deployable);

        assertThat(service.build()).isEqualTo(new ComposeFile.Build(".", deployable.service()));
        assertThat(dockerfile.stages()).contains(deployable.service());
        assertThat(service.image()).startsWith("nexusai/" + deployable + ":");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReachableByPeersAndFromThisMachine(Deployable deployable) {
        ComposeFile.Service service = compose.service(deployable);

        int port = deployable.port();
        assertThat(service.settings()).containsEntry("ADVERTISED_SERVER", deployable + ":" + port);
        assertThat(service.publishedPorts()).containsExactly("127.0.0.1:" + port + ":" + port);
    }

    @Test
    void shouldPublishNothingBeyondThisMachine() {
        assertThat(compose.services().values())
                .flatExtracting(ComposeFile.Service::publishedPorts)
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepStateInAVolumeOfItsOwn(Deployable deployable) {
        String stateDir = dockerfile.environment("runtime").get("STATE_DIR");

        assertThat(compose.service(deployable).mounts())
                .singleElement()
                .satisfies(mount -> assertThat(stateDir).startsWith(mount.split(":")[1] + "/"));
    }

    @Test
    void shouldDeclareEachVolumeAndShareNone() {
        Map<String, Long> uses = compose.services().values().stream()
                .flatMap(service -> service.mounts().stream())
                .filter(mount -> !mount.startsWith("./"))
                .collect(Collectors.groupingBy(mount -> mount.split(":")[0], HashMap::new, Collectors.counting()));

        assertThat(uses).containsOnlyKeys(compose.volumes().keySet());
        assertThat(uses.values()).containsOnly(1L);
    }

    @Test
    void shouldGiveGrafanaFilesThatAreThereAndCannotBeChanged() {
        ComposeFile.Service grafana = compose.services().get("grafana");

        assertThat(grafana.profiles()).containsExactly("grafana");
        assertThat(grafana.mounts()).isNotEmpty().allSatisfy(mount -> {
            assertThat(Checkout.path(mount.split(":")[0])).isDirectory();
            assertThat(mount).endsWith(":ro");
        });
    }

    @Test
    void shouldGiveEachInstanceANameOfItsOwn() {
        assertThat(Deployable.values())
                .extracting(deployable -> compose.service(deployable).settings().get("INSTANCE_ID"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldWaitOnlyForWhatTellsWhenItIsReady() {
        assertThat(compose.services())
                .allSatisfy((name, service) -> service.needs().forEach((needed, dependency) -> {
                    assertThat(dependency.condition()).isEqualTo("service_healthy");
                    assertThat(compose.services().get(needed).healthcheck())
                            .as(needed)
                            .isNotNull();
                }));
    }

    @ParameterizedTest
    @EnumSource
    void shouldStartAfterTheServersItUses(Deployable deployable) {
        Set<String> needed =
                deployable.usesClickHouseAndRedis() ? Set.of("kafka", "clickhouse", "redis") : Set.of("kafka");

        assertThat(compose.service(deployable).needs()).containsOnlyKeys(needed);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadyWhenTheServiceIs(Deployable deployable) {
        assertThat(compose.service(deployable).healthcheck())
                .isNotNull()
                .satisfies(check -> assertThat(check.test()).containsExactly("CMD", "healthy", "/health/readiness"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRunWithoutPrivileges(Deployable deployable) {
        ComposeFile.Service service = compose.service(deployable);

        assertThat(service.readOnly()).isTrue();
        assertThat(service.capDrop()).containsExactly("ALL");
        assertThat(service.securityOpt()).containsExactly("no-new-privileges:true");
        // the JVM sizes its heap by this limit
        assertThat(service.memLimit()).isNotNull();
        assertThat(service.tmpfs()).singleElement().asString().startsWith("/tmp:exec");
    }

    @Test
    void shouldMakeKeysOnlyWhenAsked() {
        ComposeFile.Service keys = compose.services().get("keys");

        assertThat(keys.profiles()).containsExactly("keys");
        assertThat(keys.restart()).isEqualTo("no");
        assertThat(keys.command()).startsWith("create", "--tenant", "default").endsWith("--format", "env");
        for (Scope scope : Scope.values()) {
            assertThat(keys.command()).containsSequence("--key", scope.text());
        }
    }

    @Test
    void shouldMakeKeysWithAToolThatIsInTheImage() {
        List<String> entrypoint = compose.services().get("keys").entrypoint();

        assertThat(entrypoint).isNotNull();
        String tool = entrypoint.getLast();
        assertThat(Checkout.path("service-kit/src/main/java/" + tool.replace('.', '/') + ".java"))
                .exists();
        assertThat(Checkout.text("helm/ingest-service/templates/NOTES.txt")).contains(tool);
    }
}
