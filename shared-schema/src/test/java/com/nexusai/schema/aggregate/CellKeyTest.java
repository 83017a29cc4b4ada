package com.nexusai.schema.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellKeyTest {
    @Example
    void shouldBeReadableText() {
        var key = new Series("acme", "events", Granularity.MINUTE, "a/b %").at(Instant.parse("2026-01-31T09:30:00Z"));

        assertThat(key.text()).isEqualTo("acme/events/minute/a%2Fb %25/2026-01-31T09:30:00Z");
        assertThat(key.partitionKey()).isEqualTo("acme/events");
    }

    @Property
    void shouldParseItsOwnText(@ForAll("keys") CellKey key) {
        assertThat(CellKey.parse(key.text())).isEqualTo(key);
        assertThat(CellKey.partitionKeyOf(key.text())).isEqualTo(key.partitionKey());
    }

    @Property
    void shouldHaveDifferentTextsWhenTheyDiffer(@ForAll("keys") CellKey one, @ForAll("keys") CellKey other) {
        assertThat(one.text().equals(other.text())).isEqualTo(one.equals(other));
    }

    /** Stores sort by bytes, and a range of a series is read in the order of time. */
    @Property
    void shouldSortByTimeWithinASeries(
            @ForAll("series") Series series, @ForAll("starts") Instant one, @ForAll("starts") Instant other) {
        int byText = Arrays.compareUnsigned(bytes(series.at(one)), bytes(series.at(other)));

        assertThat(Integer.signum(byText)).isEqualTo(one.compareTo(other));
    }

    @Property
    void shouldHaveThePrefixOfItsOwnSeriesOnly(@ForAll("series") Series series, @ForAll("keys") CellKey key) {
        assertThat(key.text().startsWith(series.prefix()))
                .isEqualTo(key.series().equals(series));
    }

    @Property
    void shouldHaveThePrefixOfItsOwnBreakdownOnly(@ForAll("series") Series wanted, @ForAll("keys") CellKey key) {
        var prefix = Series.breakdownPrefix(wanted.tenantId(), wanted.metric(), wanted.granularity());
        var series = key.series();
        boolean inBreakdown = series.tenantId().equals(wanted.tenantId())
                && series.metric().equals(wanted.metric())
                && series.granularity() == wanted.granularity();

        assertThat(key.text().startsWith(prefix)).isEqualTo(inBreakdown);
    }

    @Example
    void shouldRefuseTextThatIsNoKey() {
        assertThatThrownBy(() -> CellKey.parse("acme/events"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a cell key: 'acme/events'");
        assertThatThrownBy(() -> CellKey.parse("acme/events/year/a/2026-01-31T09:30:00Z"))
                .hasMessage("'year' is none of minute, hour, day, week, month");
    }

    @Provide
    Arbitrary<CellKey> keys() {
        return Combinators.combine(series(), starts()).as(Series::at);
    }

    @Provide
    Arbitrary<Series> series() {
        // few values and many separators, so that equal and nearly equal parts are met often
        var part = Arbitraries.strings().withChars("a/%2F5* é").ofMaxLength(3);
        return Combinators.combine(part, part, Arbitraries.of(Granularity.class), part)
                .as(Series::new);
    }

    @Provide
    Arbitrary<Instant> starts() {
        var minutes = Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("9999-12-31T23:59:00Z").getEpochSecond() / 60);
        return minutes.map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    private static byte[] bytes(CellKey key) {
        return key.text().getBytes(UTF_8);
    }
}
