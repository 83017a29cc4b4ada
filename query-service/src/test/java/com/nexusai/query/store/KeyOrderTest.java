package com.nexusai.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Series;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the scans rest upon: RocksDB orders keys by their bytes, unsigned, and the text of a key is made for that. */
class KeyOrderTest {

    @Property
    void shouldOrderTheBytesOfASeriesLikeItsTimes(@ForAll("keys") CellKey one, @ForAll("keys") CellKey other) {
        var same = one.series().at(other.start());

        assertThat(Integer.signum(compare(one.text(), same.text())))
                .isEqualTo(Integer.signum(one.start().compareTo(same.start())));
    }

    @Property
    void shouldLieBetweenTheBoundsOfItsSeriesAndOfNoOther(@ForAll("keys") CellKey key, @ForAll("keys") CellKey other) {
        var prefix = key.series().prefix();

        assertThat(inside(key, prefix)).isTrue();
        assertThat(inside(other, prefix)).isEqualTo(other.series().equals(key.series()));
    }

    @Property
    void shouldLieBetweenTheBoundsOfItsBreakdownAndOfNoOther(
            @ForAll("keys") CellKey key, @ForAll("keys") CellKey other) {
        var series = key.series();
        var prefix = Series.breakdownPrefix(series.tenantId(), series.metric(), series.granularity());

        assertThat(inside(key, prefix)).isTrue();
        assertThat(inside(other, prefix)).isEqualTo(sameBreakdown(series, other.series()));
    }

    @Provide
    Arbitrary<CellKey> keys() {
        // few characters, chosen to meet: the separator, its neighbours, the escape, and both ends of UTF-8 and UTF-16
        var text = Arbitraries.strings()
                .withChars('/', '0', '.', '%', '2', 'F', 'a', '\u00e9', '\ue000')
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(part -> part.replace("\u00e9", "\ud83d\ude00"));
        var seconds = Arbitraries.longs().between(-60_000_000_000L, 250_000_000_000L);
        return Combinators.combine(text, text, Arbitraries.of(Granularity.class), text, seconds)
                .as((tenant, metric, granularity, dimension, second) -> new Series(
                                tenant, metric, granularity, dimension)
                        .at(granularity.start(Instant.ofEpochSecond(second))));
    }

    private static boolean inside(CellKey key, String prefix) {
        var after = prefix.substring(0, prefix.length() - 1) + '0';
        return compare(key.text(), prefix) >= 0 && compare(key.text(), after) < 0;
    }

    private static boolean sameBreakdown(Series one, Series other) {
        return one.tenantId().equals(other.tenantId())
                && one.metric().equals(other.metric())
                && one.granularity() == other.granularity();
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
