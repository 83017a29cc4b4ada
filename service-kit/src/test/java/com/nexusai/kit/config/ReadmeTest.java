package com.nexusai.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The README's configuration table says what the code asks for, with the same defaults. */
class ReadmeTest {
    private static final int SERVICE_PORT = 8081;

    @Test
    void shouldListEveryVariableWithItsDefault() throws IOException {
        var env = Env.of(Map.of("INSTANCE_ID", "host"));
        var config = ServiceConfig.from(env, "any", SERVICE_PORT);
        ClickHouseConfig.from(env);
        RedisConfig.from(env);
        var asked = new TreeMap<>(env.asked());
        var host = config.streams().applicationServer().split(":")[0];
        asked.replaceAll((name, fallback) -> fallback.isEmpty() ? "–" : "`" + fallback + "`");
        asked.put("HTTP_PORT", "the service's");
        asked.put("INSTANCE_ID", "host name");
        asked.put("ADVERTISED_SERVER", "host name:HTTP_PORT");
        asked.put("LOG_ACCESS_LEVEL", "LOG_LEVEL");

        assertThat(host).isNotBlank();
        assertThat(table()).isEqualTo(asked);
    }

    private static Map<String, String> table() throws IOException {
        var table = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("README.md"))) {
            var cells = line.split("\\|");
            if (cells.length >= 4 && cells[1].strip().matches("`[A-Z_]+`")) {
                table.put(cells[1].strip().replace("`", ""), cells[2].strip());
            }
        }
        return table;
    }
}
