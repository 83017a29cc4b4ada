package com.nexusai.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EnvTest {
    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void shouldGiveFallbackWhenVariableIsMissingOrEmpty() {
        var env = Env.of(Map.of("EMPTY", "", "BLANK", "  "));

        assertThat(env.text("MISSING", "a")).isEqualTo("a");
        assertThat(env.text("EMPTY", "b")).isEqualTo("b");
        assertThat(env.integer("BLANK", 7, 1, 10)).isEqualTo(7);
        assertThat(env.optional("MISSING")).isNull();
        assertThatCode(env::check).doesNotThrowAnyException();
    }

    @Test
    void shouldReadEachType() {
        var env = Env.of(Map.of(
                "TEXT",
                " a ",
                "INT",
                "3",
                "LONG",
                "4000000000",
                "FLAG",
                "TRUE",
                "MS",
                "1500",
                "COLOUR",
                "green",
                "URI",
                "http://host:8123/x"));

        assertThat(env.text("TEXT", "")).isEqualTo("a");
        assertThat(env.integer("INT", 1, 1, 3)).isEqualTo(3);
        assertThat(env.number("LONG", 1, 1, Long.MAX_VALUE)).isEqualTo(4_000_000_000L);
        assertThat(env.flag("FLAG", false)).isTrue();
        assertThat(env.millis("MS", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofMillis(1_500));
        assertThat(env.choice("COLOUR", Colour.class, Colour.RED)).isEqualTo(Colour.GREEN);
        assertThat(env.uri("URI", "http://other").getPort()).isEqualTo(8123);
        env.check();
    }

    @Test
    void shouldReportAllFaultsAtOnceWhenThereAreSeveral() {
        var env = Env.of(Map.of("A", "x", "B", "11", "C", "maybe", "D", "blue", "E", "nowhere", "F", "a b"));

        env.integer("A", 1, 1, 10);
        env.integer("B", 1, 1, 10);
        env.flag("C", true);
        env.choice("D", Colour.class, Colour.RED);
        env.uri("E", "http://host");
        env.matching("F", "x", "\\w+", "letters");
        env.fault("G", "does not go with F");

        assertThatThrownBy(env::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        The configuration has 7 faults:
                          - A: "x" is not allowed; allowed: a whole number from 1 to 10
                          - B: "11" is not allowed; allowed: a whole number from 1 to 10
                          - C: "maybe" is not allowed; allowed: true or false
                          - D: "blue" is not allowed; allowed: one of RED, GREEN
                          - E: is not an address; allowed: scheme://host[:port][/path]
                          - F: "a b" is not allowed; allowed: letters
                          - G: does not go with F""");
    }

    @Test
    void shouldNotRepeatAddressWhenItMayCarryAPassword() {
        var env = Env.of(Map.of("REDIS_URL", "redis://:hunter2@"));

        env.uri("REDIS_URL", "redis://localhost");

        assertThatThrownBy(env::check).hasMessageNotContaining("hunter2");
    }

    @Property
    void shouldEitherGiveANumberInRangeOrNoteAFault(
            @ForAll String value,
            @ForAll @IntRange(min = -100, max = 0) int min,
            @ForAll @IntRange(max = 100) int max) {
        var env = Env.of(Map.of("N", value));

        var number = env.integer("N", 0, min, max);

        assertThat(number).isBetween(min, max);
    }

    @Property
    void shouldAcceptEveryNumberInRange(@ForAll int value) {
        var env = Env.of(Map.of("N", Integer.toString(value)));

        assertThat(env.integer("N", 1, Integer.MIN_VALUE, Integer.MAX_VALUE)).isEqualTo(value);
        env.check();
    }
}
