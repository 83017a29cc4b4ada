package com.nexusai.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevStackArgumentsTest {
    private static DevStackConfig parse(Map<String, String> environment, String... args) {
        return DevStackArguments.parse(args, environment);
    }

    @Test
    void shouldListenOnTheUsualPortsWhenNothingIsSaid() {
        DevStackConfig config = parse(Map.of());

        assertThat(config.ports()).isEqualTo(Map.of(Part.KAFKA, 9092, Part.REDIS, 6379, Part.CLICKHOUSE, 8123));
        assertThat(config.mode()).isEqualTo(DevStackMode.EMBEDDED);
    }

    @Test
    void shouldPreferOptionsWhenAVariableSaysOtherwise() {
        DevStackConfig config =
                parse(Map.of("DEV_STACK_KAFKA_PORT", "1", "DEV_STACK_DATA", "/tmp/v"), "--kafka-port", "19092");

        assertThat(config.port(Part.KAFKA)).isEqualTo(19092);
        assertThat(config.folder()).isEqualTo(Path.of("/tmp/v"));
    }

    @Test
    void shouldTakeTheSwitchFromTheEnvironment() {
        assertThat(parse(Map.of("DEV_STACK", "auto")).mode()).isEqualTo(DevStackMode.AUTO);
        assertThatThrownBy(() -> parse(Map.of("DEV_STACK", "cloud")))
                .hasMessageContaining("auto, embedded or containers");
    }

    @Test
    void shouldSayWhatIsWrongWhenAnArgumentIsNotUnderstood() {
        assertThatThrownBy(() -> parse(Map.of(), "--port", "1")).hasMessageContainingAll("--port", "Usage");
        assertThatThrownBy(() -> parse(Map.of(), "--redis-port")).hasMessageContaining("Usage");
        assertThatThrownBy(() -> parse(Map.of(), "--redis-port", "x")).hasMessageContaining("must be a number");
        assertThatThrownBy(() -> parse(Map.of(), "--redis-port", "70000")).hasMessageContaining("0 to 65535");
    }
}
