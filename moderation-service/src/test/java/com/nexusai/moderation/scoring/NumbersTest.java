package com.nexusai.moderation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "5500-0000-0000-0004", "3400 000000 00009", "４１１１ １１１１ １１１１ １１１１"})
    void shouldKnowCards(String text) {
        assertThat(only(text).isCard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111112", "0000000000000000", "411111111111", "41111111111111111111111"})
    void shouldNotTakeOtherNumbersForCards(String text) {
        assertThat(only(text).isCard()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 1234567",
                "+1-202-555-0143",
                "0049 30 1234567",
                "030 12345678",
                "(030) 12345678",
                "(202) 555-0143",
                "202.555.0143"
            })
    void shouldKnowTelephones(String text) {
        assertThat(only(text).isPhone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "42", "1234567890123", "12 345 678", "1,234"})
    void shouldNotTakeOtherNumbersForTelephones(String text) {
        assertThat(only(text).isPhone()).isFalse();
    }

    private static WrittenNumber only(String text) {
        return new NumberScanner(text).next();
    }
}
