package com.nexusai.devstack.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void shouldRefuseASecondHolderUntilTheFirstLetsGo() {
        FolderLock held = FolderLock.take(folder);
        assertThatThrownBy(() -> FolderLock.take(folder))
                .isInstanceOf(DevStackException.class)
                .hasMessageContaining("in use by another dev-stack");

        held.close();

        FolderLock.take(folder).close();
    }
}
