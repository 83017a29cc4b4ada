package com.nexusai.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexusai.kit.kafka.TestKafka;
import com.nexusai.kit.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ApiKeyToolIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void shouldMakeKeysThatRunningServicesKnowAtOnceUntilTheyAreRevoked() {
        assertThat(run("create --tenant globex --key ingest --name first")).matches("nx_i_\\w{32} .*\n");
        try (var clients = TestKafka.clients();
                var keys = new ApiKeys(clients)) {
            keys.start();
            var authentication = new Authentication(keys, null, Clock.systemUTC());
            await().until(keys::ready);

            var lines = run("create --tenant acme --key admin --key ingest,read --format env")
                    .lines()
                    .toList();

            assertThat(lines.get(0)).matches("ADMIN_KEY=nx_a_\\w{32}");
            assertThat(lines.get(1)).matches("INGEST_READ_KEY=nx_x_\\w{32}");
            var key = lines.get(1).split("=")[1];
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(authentication.byKey(key).scopes())
                            .containsExactlyInAnyOrder(Scope.INGEST, Scope.READ));
            assertThat(authentication.byKey(key).tenantId()).isEqualTo("acme");

            run("revoke --tenant acme --id " + authentication.byKey(key).subject());

            await().untilAsserted(() -> assertThatThrownBy(() -> authentication.byKey(key))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("revoked"));
            assertThat(run("list --tenant acme").lines())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("revoked"))
                    .anyMatch(line -> line.contains("usable"))
                    .noneMatch(line -> line.contains(key));
        }
    }

    private String run(String line) {
        out.reset();
        var tool = new ApiKeyTool(
                TestKafka.variables(), Clock.systemUTC(), new PrintStream(out), new PrintStream(System.err));
        assertThat(tool.run(line.split(" "))).isZero();
        return out.toString();
    }
}
