package com.nexusai.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.auth.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyToolTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ApiKeyTool tool = new ApiKeyTool(
            Map.of("HTTP_PORT", "none, so that no Kafka is looked for"),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err));

    @ParameterizedTest
    @ValueSource(strings = {"default/chat", ".hidden", "-x", "_x", "a b", ""})
    void shouldSayTheRuleWhenTenantIsNotValid(String tenant) {
        var code = tool.run("create", "--tenant", tenant, "--key", "read");

        assertThat(code).isEqualTo(64);
        assertThat(err.toString()).contains(TenantId.RULE);
    }

    @Test
    void shouldTakeTenantsUpToTheirLongest() {
        var longest = "a".repeat(63);

        assertThat(tool.run("create", "--tenant", longest, "--key", "read")).isEqualTo(78);
        assertThat(tool.run("create", "--tenant", longest + "a", "--key", "read"))
                .isEqualTo(64);
    }
}
