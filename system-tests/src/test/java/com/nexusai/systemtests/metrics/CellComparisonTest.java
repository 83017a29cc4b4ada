package com.nexusai.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A comparison that finds nothing would make every figure right. */
class CellComparisonTest {
    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
    private static final CellId DAY = new CellId("acme", "m", "day", "*", START);
    private static final CellId MINUTE = new CellId("acme", "m", "minute", "*", START);

    @Test
    void shouldFindNothingWhenBothSayTheSame() {
        assertThat(differences(Map.of(DAY, figures(3, "4.50")), Map.of(DAY, cell(DAY, 3, "4.5"))))
                .isEmpty();
    }

    @Test
    void shouldFindACellThatIsMissingOrTooMany() {
        assertThat(differences(Map.of(DAY, figures(3, "4.5")), Map.of())).hasSize(1);
        assertThat(differences(Map.of(), Map.of(DAY, cell(DAY, 1, null)))).hasSize(1);
        assertThat(differences(Map.of(), Map.of(DAY, cell(DAY, 0, "0")))).isEmpty();
    }

    @Test
    void shouldFindAnotherCountOrSum() {
        assertThat(differences(Map.of(DAY, figures(3, "4.5")), Map.of(DAY, cell(DAY, 2, "4.5"))))
                .hasSize(1);
        assertThat(differences(Map.of(DAY, figures(3, "4.5")), Map.of(DAY, cell(DAY, 3, "4.500000001"))))
                .hasSize(1);
        assertThat(differences(Map.of(DAY, figures(3, "4.5")), Map.of(DAY, cell(DAY, 3, null))))
                .hasSize(1);
    }

    @Test
    void shouldLookAtMinutesThatMustStillBeThereOnly() {
        var later = new CellComparison(START.plus(Duration.ofMinutes(1)));

        assertThat(differences(Map.of(MINUTE, figures(3, "1")), Map.of())).hasSize(1);
        assertThat(later.of(Map.of(MINUTE, figures(3, "1")), Map.of())).isEmpty();
        assertThat(later.of(Map.of(DAY, figures(3, "1")), Map.of())).hasSize(1);
    }

    @Test
    void shouldNameThePlacesOfARankingThatDiffer() {
        var bySql = new Figures(2L, null, null, List.of(new Ranked("ada", 3), new Ranked("bob", 3)));
        var published = new PublishedCell(
                "acme", "m", "DAY", "*", START, 2, null, null, List.of(new Ranked("ada", 3), new Ranked("eve", 3)), 1);

        assertThat(differences(Map.of(DAY, bySql), Map.of(DAY, published)))
                .singleElement()
                .asString()
                .contains("places [2]");
    }

    @Test
    void shouldHoldEveryValueOfAHistogramAgainstItsBucket() {
        var values = List.of(0L, 990L, 1000L, 60_000L);
        // bucket 2349 holds 983.7 to 1003.3, and 2556 holds 60,000
        assertThat(HistogramCheck.faultOf(values, Map.of(0, 1L, 2349, 2L, 2556, 1L)))
                .isNull();
        assertThat(HistogramCheck.faultOf(values, Map.of(0, 1L, 2349, 3L))).contains("value 4 of 4 is 60000");
        assertThat(HistogramCheck.faultOf(values, Map.of(0, 1L, 2349, 2L))).contains("3 values instead of 4");
        assertThat(HistogramCheck.faultOf(values, Map.of(0, 1L, 2349, 2L, 2558, 1L)))
                .contains("value 4 of 4");
        assertThat(HistogramCheck.faultOf(values, null)).contains("no histogram");
    }

    private static Collection<Difference> differences(
            Map<CellId, Figures> bySql, Map<CellId, PublishedCell> published) {
        return new CellComparison(START).of(bySql, published).values();
    }

    private static Figures figures(long count, String sum) {
        return new Figures(count, new BigDecimal(sum), null, null);
    }

    private static PublishedCell cell(CellId id, long count, @Nullable String sum) {
        var exact = sum == null ? null : new BigDecimal(sum);
        return new PublishedCell(
                id.tenant(), id.metric(), id.granularity(), id.dimension(), id.start(), count, exact, null, null, 1);
    }
}
