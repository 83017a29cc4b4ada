package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a chart renders, as Kubernetes types. */
final class Manifests {
    private final List<Object> objects;

    private Manifests(List<Object> objects) {
        this.objects = objects;
    }

    static Manifests parse(String yaml) {
        return new Manifests(
                YamlText.documents(yaml).stream().map(StrictModel::parse).toList());
    }

    List<Class<?>> kinds() {
        return objects.stream().<Class<?>>map(Object::getClass).toList();
    }

    <T> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T> T only(Class<T> type) {
        List<T> found = all(type);
        assertThat(found).as(type.getSimpleName()).hasSize(1);
        return found.getFirst();
    }

    V1StatefulSet statefulSet() {
        return only(V1StatefulSet.class);
    }

    V1PodSpec pod() {
        return statefulSet().getSpec().getTemplate().getSpec();
    }

    Map<String, String> podLabels() {
        return statefulSet().getSpec().getTemplate().getMetadata().getLabels();
    }

    V1Container container() {
        assertThat(pod().getContainers()).hasSize(1);
        return pod().getContainers().getFirst();
    }

    /** The settings that are no secret, by name. */
    Map<String, String> settings() {
        return only(V1ConfigMap.class).getData();
    }

    Optional<V1EnvVar> variable(String name) {
        return container().getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst();
    }

    V1Service headlessService() {
        return service("None"::equals);
    }

    V1Service clientService() {
        return service(clusterIp -> clusterIp == null);
    }

    private V1Service service(Predicate<@Nullable String> clusterIp) {
        List<V1Service> found = all(V1Service.class).stream()
                .filter(service -> clusterIp.test(service.getSpec().getClusterIP()))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
