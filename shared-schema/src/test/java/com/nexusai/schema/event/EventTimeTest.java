package com.nexusai.schema.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z,          2026-01-31T09:30:00Z",
        "2026-01-31T10:30:00+01:00,     2026-01-31T09:30:00Z",
        "2026-01-31T04:00-05:30,        2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00.123456Z,   2026-01-31T09:30:00.123Z",
        "2026-01-31T09:30:00.9999+00:00, 2026-01-31T09:30:00.999Z",
        "2024-02-29T23:59:59Z,          2024-02-29T23:59:59Z",
        "0001-01-01T00:00:00Z,          0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z,      9999-12-31T23:59:59.999Z"
    })
    void shouldReadATimeWithAnOffsetToTheMillisecond(String text, Instant expected) {
        assertThat(EventTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:00",
                "2026-01-31",
                "2026-01-31 09:30:00Z",
                "2026-02-29T00:00:00Z",
                "2026-01-31T25:00:00Z",
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+01:00",
                "+10000-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z",
                "1769851800",
                "now",
                ""
            })
    void shouldRefuseWhatIsNoTimeOrHasNoOffset(String text) {
        assertThatThrownBy(() -> EventTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void shouldReadMillisecondsSince1970() {
        assertThat(EventTime.ofEpochMilli(1769851800250L)).isEqualTo("2026-01-31T09:30:00.250Z");
        assertThat(EventTime.ofEpochMilli(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
    }

    /** Else it would be written in a form that its own reader refuses. */
    @Test
    void shouldRefuseMillisecondsOutsideTheYearsThatItCanWrite() {
        assertThatThrownBy(() -> EventTime.ofEpochMilli(Long.MAX_VALUE)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> EventTime.ofEpochMilli(Long.MIN_VALUE)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> EventTime.ofEpochMilli(BigInteger.TEN.pow(20))).isInstanceOf(DateTimeException.class);
    }
}
