package com.nexusai.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewKeyTest {
    @ParameterizedTest
    @CsvSource({"INGEST,i", "READ,r", "MODERATE,m", "ADMIN,a"})
    void shouldSayByItsLetterWhatItMayDo(Scope scope, String letter) {
        assertThat(make(Set.of(scope)).text()).matches("nx_" + letter + "_[0-9A-Za-z]{32}");
    }

    @Test
    void shouldKeepOnlyTheHash() {
        var key = make(Set.of(Scope.READ, Scope.INGEST));

        assertThat(key.text()).startsWith("nx_x_");
        assertThat(key.stored().sha256()).isEqualTo(KeyHash.of(key.text()));
        assertThat(key.stored().toString()).doesNotContain(key.text().substring(5));
        assertThat(key.stored().scopes()).containsExactly("ingest", "read");
        assertThat(key.stored().sha256()).startsWith(key.stored().keyId());
    }

    private static NewKey make(Set<Scope> scopes) {
        return NewKey.make("acme", "test", scopes, Instant.EPOCH, null, null, new Random(1));
    }
}
