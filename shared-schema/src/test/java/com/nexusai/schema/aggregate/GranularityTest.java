package com.nexusai.schema.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GranularityTest {
    @ParameterizedTest
    @CsvSource({
        "MINUTE, 2026-12-31T23:59:59.999Z, 2026-12-31T23:59:00Z, 2027-01-01T00:00:00Z",
        "HOUR,   2026-12-31T23:59:59.999Z, 2026-12-31T23:00:00Z, 2027-01-01T00:00:00Z",
        "DAY,    2026-12-31T23:59:59.999Z, 2026-12-31T00:00:00Z, 2027-01-01T00:00:00Z",
        "DAY,    2027-01-01T00:00:00Z,     2027-01-01T00:00:00Z, 2027-01-02T00:00:00Z",
        "HOUR,   1969-12-31T23:30:00Z,     1969-12-31T23:00:00Z, 1970-01-01T00:00:00Z",
        "WEEK,   2026-11-24T13:00:00Z,     2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
        "WEEK,   2026-11-23T00:00:00Z,     2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
        "WEEK,   2026-11-29T23:59:59.999Z, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
        "WEEK,   1970-01-01T00:00:00Z,     1969-12-29T00:00:00Z, 1970-01-05T00:00:00Z",
        "MONTH,  2028-02-29T12:00:00Z,     2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
        "MONTH,  2026-12-31T23:59:59.999Z, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z"
    })
    void shouldPutAnInstantInItsUtcWindow(Granularity granularity, Instant at, Instant start, Instant next) {
        assertThat(granularity.start(at)).isEqualTo(start);
        assertThat(granularity.next(start)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByItsWord(Granularity granularity) {
        assertThat(Granularity.of(granularity.word())).isEqualTo(granularity);
    }
}
