package com.nexusai.devstack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChdbPlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,LINUX_X64",
        "Linux,aarch64,LINUX_ARM64",
        "Mac OS X,x86_64,MACOS_X64",
        "Mac OS X,aarch64,MACOS_ARM64"
    })
    void shouldKnowTheBuildForThisMachine(String os, String arch, ChdbPlatform platform) {
        assertThat(ChdbPlatform.of(os, arch)).isEqualTo(platform);
    }

    @Test
    void shouldNameTheWayOutWhenThereIsNoBuild() {
        assertThatThrownBy(() -> ChdbPlatform.of("Windows 11", "amd64")).hasMessageContaining("CLICKHOUSE_URL");
    }

    @Test
    void shouldCacheWhereTheSystemCaches() {
        Map<String, String> home = Map.of("HOME", "/home/a");

        assertThat(ChdbPlatform.LINUX_X64.cacheRoot(home)).isEqualTo(Path.of("/home/a/.cache"));
        assertThat(ChdbPlatform.MACOS_ARM64.cacheRoot(home)).isEqualTo(Path.of("/home/a/Library/Caches"));
    }
}
