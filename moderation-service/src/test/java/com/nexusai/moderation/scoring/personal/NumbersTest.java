package com.nexusai.moderation.scoring.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.Reason.Span;
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
                "202.555.0143",
                "06 12 34 56 78",
                "612 345 678",
                "347 123 4567",
                "(11) 98765-4321"
            })
    void shouldKnowTelephones(String text) {
        assertThat(only(text).isPhone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "42", "1234567890123", "12 345 678", "1,234", "01.02.2026 09"})
    void shouldNotTakeOtherNumbersForTelephones(String text) {
        assertThat(only(text).isPhone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "gb29nwbk60161331926819",
                "FR14 2004 1010 0505 0001 3M02 606",
                "AE07 0331 2345 6789 0123 456"
            })
    void shouldKnowBankAccounts(String text) {
        assertThat(Iban.in("to " + text + " please")).contains(new Span(3, 3 + text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE88 3704 0044 0532 0130 00", "AB12 in the garage at number fifteen", "DE89"})
    void shouldNotTakeOtherCodesForBankAccounts(String text) {
        assertThat(Iban.in(text)).isEmpty();
    }

    private static WrittenNumber only(String text) {
        return new NumberScanner(text).next();
    }
}
