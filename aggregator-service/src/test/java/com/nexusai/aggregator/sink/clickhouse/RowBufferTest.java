package com.nexusai.aggregator.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The forms are compared with the real engine in TablesIT; here are the edges. */
class RowBufferTest {
    private final RowBuffer row = new RowBuffer();

    @Test
    void shouldRefuseInstantsThatTheColumnWouldWrap() {
        row.millis(Instant.EPOCH);
        row.millis(Instant.parse("2106-02-07T06:28:15Z"));
        assertThatThrownBy(() -> row.millis(Instant.parse("1969-12-31T23:59:59.999Z")))
                .isInstanceOf(Unfit.class);
        assertThatThrownBy(() -> row.millis(Instant.parse("2106-02-07T06:28:16Z")))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("2106-02-07T06:28:16Z is not between");
        assertThatThrownBy(() -> row.seconds(Instant.MAX)).isInstanceOf(Unfit.class);
    }

    @Test
    void shouldRefuseDecimalsThatDoNotFitExactly() {
        row.decimal(new BigDecimal("99999999999999999999999999999.999999999"));
        row.decimal(new BigDecimal("-1E+28"));
        assertThatThrownBy(() -> row.decimal(BigDecimal.TEN.pow(29)))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("29 digits");
        assertThatThrownBy(() -> row.decimal(new BigDecimal("0.0000000001")))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("9 decimals");
    }

    @Test
    void shouldTakeALaterDateForTheLatest() {
        row.date(LocalDate.parse("2500-01-01"));
        row.date(LocalDate.parse("1970-01-02"));
        assertThat(row.toByteArray()).containsExactly(0xFF, 0xFF, 1, 0);
    }

    @Test
    void shouldGrowAndForget() {
        row.int8(7);
        row.string("x".repeat(200_000));
        row.cutTo(1);
        row.length(300);
        assertThat(row.toByteArray()).containsExactly(7, 0xAC, 0x02);
    }
}
