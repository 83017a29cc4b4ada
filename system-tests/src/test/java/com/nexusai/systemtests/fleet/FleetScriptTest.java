package com.nexusai.systemtests.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetScriptTest {
    private static final int KAFKA_PORT = 9092;

    @TempDir
    private Path folder;

    private FleetScript fleet;
    private Path data;

    @BeforeEach
    void giveItAFolderOfItsOwn() {
        fleet = new FleetScript(folder);
        data = folder.resolve("data");
    }

    @Test
    void shouldBeBashThatParses() throws Exception {
        try (var parts = Files.list(FleetScript.CHECKOUT.resolve("ops/fleet"))) {
            for (var part : parts.toList()) {
                assertThat(fleet.run(List.of("bash", "-n", part.toString())).err())
                        .isEmpty();
            }
        }
        for (var script : List.of("fleet", ".ci/run")) {
            var file = FleetScript.CHECKOUT.resolve(script);
            assertThat(fleet.run(List.of("bash", "-n", file.toString())).err()).isEmpty();
            assertThat(file).isExecutable();
        }
    }

    @Test
    void shouldNameEveryCommandWhenAskedForHelp() throws Exception {
        var help = fleet.call("help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("up", "down", "status", "logs", "keys", "send", "topics", "rejected")
                .contains("test", "check", "format", "bench", "clean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "logs",
                "keys",
                "send",
                "topics",
                "rejected",
                "test",
                "check",
                "format",
                "bench",
                "clean"
            })
    void shouldExplainTheCommandWhenAskedForHelpOnIt(String command) throws Exception {
        assertThat(fleet.call("help", command).out()).contains("./fleet " + command);
        assertThat(fleet.call(command, "--help").out()).contains("./fleet " + command);
    }

    @Test
    void shouldProposeTheNearestWhenTheCommandIsUnknown() throws Exception {
        var unknown = fleet.call("staus");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).isEqualTo("fleet: there is no command 'staus'; did you mean status?\n");
    }

    @Test
    void shouldNameTheOptionWhenItIsUnknown() throws Exception {
        var unknown = fleet.call("up", "--detached");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("'--detached'", "./fleet help up").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "56001", "1000000000000"})
    void shouldRefuseAPortOffsetThatIsNone(String offset) throws Exception {
        var refused = fleet.call("status", "--port-offset", offset);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("'" + offset + "'").hasLineCount(1);
    }

    @Test
    void shouldSayWhatToDoWhenThereIsNoJdk() throws Exception {
        var lost = fleet.callParts(List.of("say", "jdk"), "jdk_places() { printf '%s\\n' '' /nowhere; }; find_jdk");

        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.err())
                .startsWith("fleet: no JDK 25 or newer was found")
                .contains("apt-get install", "brew install", "JAVA_HOME")
                .hasLineCount(1);
    }

    @Test
    void shouldPassOverAJdkThatIsTooOld() throws Exception {
        var old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        for (var tool : List.of("java", "javac")) {
            Files.createFile(old.resolve("bin").resolve(tool)).toFile().setExecutable(true);
        }
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");

        var found = fleet.callParts(
                List.of("say", "jdk"),
                "jdk_places() { printf '%s\\n' '" + old + "' '" + System.getProperty("java.home")
                        + "'; }; find_jdk; say \"$JAVA_HOME\"");

        assertThat(found.out()).isEqualTo(System.getProperty("java.home") + "\n");
    }

    @Test
    void shouldNameThePortAndLeaveNothingWhenItIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var offset = Integer.toString(taken.getLocalPort() - KAFKA_PORT);

            var up = fleet.call("up", "--detach", "--data", data.toString(), "--port-offset", offset);

            assertThat(up.code()).isEqualTo(1);
            assertThat(up.err())
                    .startsWith("fleet: port " + taken.getLocalPort() + " (Kafka) is taken by ")
                    .contains("--port-offset")
                    .hasLineCount(1);
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void shouldTouchNoFolderThatHoldsOtherThings() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("thesis.txt"), "years of work");

        var up = fleet.call("up", "--detach", "--data", data.toString());
        var clean = fleet.call("clean", "--data", data.toString());

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.err()).contains(data.toRealPath().toString(), "--data").hasLineCount(1);
        assertThat(clean.code()).isEqualTo(1);
        assertThat(data.resolve("thesis.txt")).hasContent("years of work");
        assertThat(data).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
    }

    @Test
    void shouldSayWhyWhenTheFolderCannotBeMade() throws Exception {
        Files.writeString(data, "a file");

        var up = fleet.call("up", "--detach", "--data", data.resolve("below").toString());

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.err()).contains("is not a folder").hasLineCount(1);
    }

    @Test
    void shouldSayThatItIsDownWhenNothingRuns() throws Exception {
        var status = fleet.call("status", "--json", "--data", data.toString());

        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).contains("\"ready\": false", "\"name\": \"query-service\", \"state\": \"down\"");
        assertThat(fleet.call("down", "--data", data.toString()).code()).isZero();
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldSignalNoProcessThatIsNotItsOwn() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            givenDataFolder(0);
            Files.writeString(data.resolve("run/query-service"), "pid=" + stranger.pid() + "\nsince=0\n");

            assertThat(fleet.call("status", "--data", data.toString()).code()).isEqualTo(3);
            assertThat(fleet.call("down", "--data", data.toString()).code()).isZero();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.resolve("run/query-service")).doesNotExist();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void shouldShowLogLinesReadably() throws Exception {
        givenDataFolder(0);
        Files.writeString(data.resolve("logs/ingest-service.log"), """
                {"@timestamp":"2026-11-21T04:18:00.123Z","level":"ERROR","message":"No \\"way\\"","stack_trace":"x.Y: z\\n\\tat a.B"}
                a line from elsewhere
                """);

        var log = fleet.call("logs", "ingest", "--data", data.toString());

        assertThat(log.out()).isEqualTo("04:18:00.123 ERROR No \"way\"\nx.Y: z\n\tat a.B\na line from elsewhere\n");
    }

    private void givenDataFolder(int offset) throws IOException {
        for (var part : List.of("run", "logs")) {
            Files.createDirectories(data.resolve(part));
        }
        Files.writeString(data.resolve(".fleet-data"), "port-offset=" + offset + "\n");
    }
}
