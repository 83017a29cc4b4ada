package com.nexusai.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.topology.Stores;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README says what the code does. */
class ReadmeTest {
    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void shouldListEveryVariableOfItsOwnWithItsDefault() {
        var env = Env.of(Map.of("INSTANCE_ID", "any"));
        AggregatorConfig.from(env);
        var own = new HashMap<>(env.asked());
        own.keySet().removeAll(variablesOfEveryService());

        assertThat(own)
                .isNotEmpty()
                .allSatisfy((name, fallback) -> assertThat(readme)
                        .contains("| `" + name + "` | " + (fallback.isEmpty() ? "–" : "`" + fallback + "`") + " |"));
    }

    @Test
    void shouldNameEveryTopicAndStore() {
        assertThat(readme)
                .contains(AggregatorMain.TOPICS.stream().map(Topic::name).toList())
                .contains(Stores.ALL);
    }

    private static List<String> variablesOfEveryService() {
        var env = Env.of(Map.of("INSTANCE_ID", "any"));
        ServiceConfig.from(env, "any", 1);
        return List.copyOf(env.asked().keySet());
    }
}
