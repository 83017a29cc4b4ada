package com.nexusai.aggregator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Ranked;
import com.nexusai.schema.aggregate.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AmountTest {
    private static final BigInteger ONE = BigInteger.TEN.pow(9);

    @Property
    void shouldBeTheSameInWhateverOrderAndPortionsItIsAddedUp(
            @ForAll("changes") List<Consumer<Amount>> changes, @ForAll Random random) {
        var atOnce = new Amount();
        changes.forEach(change -> change.accept(atOnce));
        var shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, random);

        var inPortions = new Amount();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(3));
            var portion = new Amount();
            shuffled.subList(from, to).forEach(change -> change.accept(portion));
            inPortions.plus(writtenAndRead(portion));
            from = to;
        }

        assertThat(cell(inPortions)).isEqualTo(cell(atOnce));
        assertThat(cell(writtenAndRead(atOnce))).isEqualTo(cell(atOnce));
    }

    @Example
    void shouldAddBeyondALongAndComeBack() {
        var amount = new Amount();
        amount.sum(Long.MAX_VALUE);
        amount.sum(Long.MAX_VALUE);
        var large = cell(writtenAndRead(amount)).sum();
        amount.sum(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO).negate());

        assertThat(large).isEqualByComparingTo("18446744073.709551614");
        assertThat(cell(amount).sum()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Example
    void shouldTakeADurationBackAsIfItHadNeverBeen() {
        var amount = new Amount();
        amount.duration(1_500, 1);
        amount.duration(7, 1);
        amount.duration(7, -1);

        var cell = cell(amount);
        assertThat(cell.count()).isEqualTo(1);
        assertThat(cell.sum()).isEqualByComparingTo("1.5");
        assertThat(cell.histogram()).hasSize(1);
    }

    @Example
    void shouldCountDifferentValuesExactlyWhileTheyAreFewAndNearlyBeyond() {
        var few = new Amount();
        IntStream.range(0, 4_000).forEach(i -> few.different("v" + i % 2_000));
        var many = new Amount();
        IntStream.range(0, 100_000).forEach(i -> many.different("v" + i));

        assertThat(cell(few).count()).isEqualTo(2_000);
        assertThat(cell(many).count()).isBetween(95_000L, 105_000L);
    }

    @Example
    void shouldKeepTheFirstHundredWhoeverComesLast() {
        var places = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> new Ranked("user-%03d".formatted(i), 1 + i / 3))
                .toList());
        Collections.shuffle(places, new Random(7));
        var amount = new Amount();
        places.forEach(place -> amount.rank(place.name(), 1));
        places.forEach(place -> amount.rank(place.name(), place.count()));

        var top = cell(amount).top();
        assertThat(top).hasSize(100).startsWith(new Ranked("user-297", 100), new Ranked("user-298", 100));
        // three share the last count, and of equal ones the first name has the place
        assertThat(top).endsWith(new Ranked("user-198", 67)).doesNotContain(new Ranked("user-199", 67));
    }

    private static Amount writtenAndRead(Amount amount) {
        var out = new ByteWriter(16);
        amount.writeTo(out);
        return Amount.readFrom(new ByteReader(out.toBytes()));
    }

    private static Cell cell(Amount amount) {
        var key = new Series("acme", "m", Granularity.DAY, "*").at(Instant.EPOCH);
        return amount.cell(key, 1, Instant.EPOCH);
    }

    @Provide
    Arbitrary<List<Consumer<Amount>>> changes() {
        var units = Arbitraries.bigIntegers().between(ONE.pow(3).negate(), ONE.pow(3));
        var names = Arbitraries.integers().between(0, 150).map(i -> "u" + i);
        Arbitrary<Consumer<Amount>> change = Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 3).map(more -> amount -> amount.count(more)),
                units.map(value -> amount -> amount.sum(value)),
                Arbitraries.longs().map(value -> amount -> amount.sum(value)),
                units.map(value -> amount -> amount.smallest(value)),
                units.map(value -> amount -> amount.largest(value)),
                units.map(value -> amount -> amount.spread(value)),
                Arbitraries.longs().between(0, 1_000_000).map(millis -> amount -> amount.duration(millis, 1)),
                names.map(name -> amount -> amount.different(name)),
                Combinators.combine(names, Arbitraries.longs().between(1, 5))
                        .as((name, count) -> amount -> amount.rank(name, count)));
        return change.list().ofMaxSize(60);
    }
}
