package com.nexusai.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.auth.ToolArguments.BadUsage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolArgumentsTest {
    @Test
    void shouldTakeOptionsInAnyOrder() {
        var arguments = new ToolArguments("create", "--key", "read", "--tenant", "acme", "--key", "ingest");

        assertThat(arguments.command()).isEqualTo("create");
        assertThat(arguments.take("--tenant")).isEqualTo("acme");
        assertThat(arguments.all("--key")).containsExactly("read", "ingest");
        assertThat(arguments.find("--name")).isEmpty();
        arguments.nothingElse();
    }

    @Test
    void shouldRefuseScopesThatDoNotExist() {
        assertThat(ToolArguments.scopes("read,INGEST")).containsExactlyInAnyOrder(Scope.READ, Scope.INGEST);
        assertThatThrownBy(() -> ToolArguments.scopes("read,root"))
                .isInstanceOf(BadUsage.class)
                .hasMessageContaining("'root'");
        assertThatThrownBy(() -> ToolArguments.scopes("")).isInstanceOf(BadUsage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "destroy",
                "create --tenant acme",
                "create --key read",
                "create --tenant acme --key",
                "create --tenant acme --key root",
                "create --tenant a/b --key read",
                "create --tenant acme --key read --format xml",
                "create --tenant acme --key read --expires-days -1",
                "create --tenant acme --tenant other --key read",
                "list --all yes"
            })
    void shouldExplainItselfWhenCommandMakesNoSense(String line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var tool = new ApiKeyTool(Map.of(), Clock.systemUTC(), new PrintStream(out), new PrintStream(err));

        var code = tool.run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(code).isEqualTo(64);
        assertThat(err.toString()).contains("usage:");
        assertThat(out.toString()).isEmpty();
    }
}
