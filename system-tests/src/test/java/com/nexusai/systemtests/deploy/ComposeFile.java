package com.nexusai.systemtests.deploy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** As much of the Compose format as our file uses; a field that is not here is refused, so that a typo is found. */
record ComposeFile(String name, Map<String, Service> services, Map<String, @Nullable Object> volumes) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static ComposeFile parse(String text) {
        Map<String, Object> document = YamlText.document(text);
        document.keySet().removeIf(key -> key.startsWith("x-"));
        return STRICT.convertValue(document, ComposeFile.class);
    }

    Service service(Deployable deployable) {
        return services.get(deployable.service());
    }

    record Service(
            String image,
            @Nullable Build build,
            @Nullable List<String> profiles,
            String restart,
            @Nullable List<String> entrypoint,
            @Nullable List<String> command,
            @Nullable Map<String, String> environment,
            @Nullable List<String> ports,
            @Nullable List<String> volumes,
            @Nullable Healthcheck healthcheck,
            @Nullable Map<String, Dependency> dependsOn,
            @Nullable Map<String, Limit> ulimits,
            @Nullable String memLimit,
            @Nullable String stopGracePeriod,
            boolean readOnly,
            @Nullable List<String> tmpfs,
            @Nullable List<String> capDrop,
            @Nullable List<String> securityOpt) {

        Map<String, String> settings() {
            return environment == null ? Map.of() : environment;
        }

        List<String> mounts() {
            return volumes == null ? List.of() : volumes;
        }

        Map<String, Dependency> needs() {
            return dependsOn == null ? Map.of() : dependsOn;
        }

        List<String> publishedPorts() {
            return ports == null ? List.of() : ports;
        }
    }

    record Build(String context, String target) {}

    record Healthcheck(
            List<String> test,
            String interval,
            String timeout,
            int retries,
            String startPeriod,
            String startInterval) {}

    record Dependency(String condition) {}

    record Limit(int soft, int hard) {}
}
