package com.nexusai.schema.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The short way through must arrive where java.time does. */
class UtcTextTest {
    @Property
    void shouldWriteAsJavaTimeDoes(@ForAll("times") Instant time) {
        assertThat(UtcText.write(time)).isEqualTo(time.toString());
        assertThat(UtcText.write(time.plusNanos(1))).isEqualTo(time.plusNanos(1).toString());
    }

    @Property
    void shouldReadWhatJavaTimeWrites(@ForAll("times") Instant time) {
        assertThat(UtcText.isUsual(time.toString())).isTrue();
        assertThat(EventTime.parse(time.toString())).isEqualTo(time);
    }

    @Property(tries = 5000)
    void shouldReadAndRefuseAsJavaTimeDoes(
            @ForAll @IntRange(max = 2100) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day,
            @ForAll @IntRange(max = 25) int hour,
            @ForAll @IntRange(max = 61) int minute,
            @ForAll @IntRange(max = 61) int second) {
        var text = "%04d-%02d-%02dT%02d:%02d:%02dZ".formatted(year, month, day, hour, minute, second);

        assertThat(read(text)).isEqualTo(readByJavaTime(text));
    }

    @Example
    void shouldLeaveUnusualFormsToJavaTime() {
        assertThat(UtcText.isUsual("2026-01-31T09:30:00.25Z")).isFalse();
        assertThat(UtcText.isUsual("2026-01-31T09:30:00+00")).isFalse();
        assertThat(UtcText.isUsual("2026-01-31t09:30:00Z")).isFalse();
        assertThat(UtcText.isUsual("2026-01-31T09:3é:00Z")).isFalse();
        assertThat(UtcText.isUsual("+026-01-31T09:30:00Z")).isFalse();
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli())
                .flatMap(millis -> Arbitraries.of(millis, millis / 1000 * 1000))
                .map(Instant::ofEpochMilli);
    }

    private static String read(String text) {
        try {
            return EventTime.parse(text).toString();
        } catch (DateTimeException refused) {
            return "refused";
        }
    }

    private static String readByJavaTime(String text) {
        try {
            return text.startsWith("0000") ? "refused" : Instant.parse(text).toString();
        } catch (DateTimeException refused) {
            return "refused";
        }
    }
}
