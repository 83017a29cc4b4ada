package com.nexusai.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    private ChildProcess start(String script) {
        return ChildProcess.start("child", folder, List.of("/bin/sh", "-c", script), line -> line.equals("ready"));
    }

    @Test
    void shouldBeGoneAfterClose() {
        ChildProcess child = start("echo ready; exec sleep 600");

        child.close();

        assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("child.pid")).doesNotExist();
    }

    @Test
    void shouldQuoteItsLastLineWhenItEndsAtStart() {
        assertThatThrownBy(() -> start("echo the port is taken; exit 3"))
                .isInstanceOf(DevStackException.class)
                .hasMessage("child ended at its start: the port is taken");
    }

    @Test
    void shouldEndTheLeftoverOfAnEarlierRun() throws IOException {
        ChildProcess leftover = start("echo ready; exec sleep 600"); // never closed, as after a kill -9 of its parent

        try (ChildProcess next = start("echo ready; exec sleep 600")) {
            assertThat(ProcessHandle.of(leftover.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(Files.readString(folder.resolve("child.pid"))).startsWith(next.pid() + " ");
        }
    }

    @Test
    void shouldLeaveAProcessAloneWhenOnlyItsIdIsTheSame() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("child.pid"), stranger.pid() + " 12345\n");

        try (ChildProcess child = start("echo ready; exec sleep 600")) {
            assertThat(stranger.isAlive()).isTrue();
            assertThat(child.pid()).isNotEqualTo(stranger.pid());
        } finally {
            stranger.destroy();
        }
    }
}
