package com.nexusai.devstack.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.devstack.DevStackException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void shouldRefuseASecondHolderUntilTheFirstLetsGo() {
        try (FolderLock held = FolderLock.take(folder)) {
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(DevStackException.class)
                    .hasMessageContaining("in use by another dev-stack");
        }

        FolderLock.take(folder).close();
    }
}
