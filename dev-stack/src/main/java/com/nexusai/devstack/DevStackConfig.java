package com.nexusai.devstack;

import com.nexusai.devstack.process.DevStackException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What to start, and where.
 *
 * @param folder keeps the data; a stack started again on it goes on where the last one stopped
 * @param ports 0 or nothing means any free port
 * @param mode where parts come from
 * @param environment where KAFKA_BOOTSTRAP_SERVERS, REDIS_URL or CLICKHOUSE_URL is given, that server is used
 */
public record DevStackConfig(
        Path folder, Set<Part> parts, Map<Part, Integer> ports, DevStackMode mode, Map<String, String> environment) {

    public DevStackConfig {
        folder = folder.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
        ports = Map.copyOf(ports);
        environment = Map.copyOf(environment);
        ports.forEach((part, port) -> {
            if (port < 0 || port > 65535) {
                throw new DevStackException("The port for " + part + " is " + port + ", but must be 0 to 65535.");
            }
        });
    }

    /** All parts on free ports, embedded, with nothing taken from the environment. */
    public static DevStackConfig in(Path folder) {
        return new DevStackConfig(folder, EnumSet.allOf(Part.class), Map.of(), DevStackMode.EMBEDDED, Map.of());
    }

    public DevStackConfig with(Part only, Part... others) {
        return new DevStackConfig(folder, EnumSet.of(only, others), ports, mode, environment);
    }

    public DevStackConfig port(Part part, int port) {
        Map<Part, Integer> more = new EnumMap<>(Part.class);
        more.putAll(ports);
        more.put(part, port);
        return new DevStackConfig(folder, parts, more, mode, environment);
    }

    /** Addresses of real servers and the DEV_STACK switch come from here; {@code fallback} is for no switch. */
    public DevStackConfig environment(Map<String, String> variables, DevStackMode fallback) {
        return new DevStackConfig(folder, parts, ports, DevStackMode.from(variables, fallback), variables);
    }

    int port(Part part) {
        return ports.getOrDefault(part, 0);
    }
}
