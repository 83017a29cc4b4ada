package com.nexusai.aggregator.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RankingTest {
    private static final Comparator<Ranked> FIRST_FIRST = Comparator.comparingLong(Ranked::count)
            .reversed()
            .thenComparing((one, other) -> Arrays.compareUnsigned(
                    one.name().getBytes(UTF_8), other.name().getBytes(UTF_8)));

    /** Latin, Greek, the end of the basic plane, and beyond it: where Java's order of texts is not that of their bytes. */
    private static final int[] LETTERS = {'a', 'b', 'é', 'λ', 0xd7ff, 0xe000, 0xffee, 0x1f600, 0x1f601, 0x10ffff};

    @Property(tries = 200)
    void shouldHoldTheLargestWhateverTheOrderOfOffers(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 400) int names) {
        var offers = new ArrayList<Ranked>();
        var largest = new HashMap<String, Long>();
        for (int i = 0; i < names * 3; i++) {
            var offer = new Ranked(name(random), 1 + random.nextInt(4));
            offers.add(offer);
            largest.merge(offer.name(), offer.count(), Math::max);
        }

        var ranking = new Ranking();
        offers.forEach(offer -> ranking.offer(offer.name(), offer.count()));

        List<Ranked> expected = largest.entrySet().stream()
                .map(entry -> new Ranked(entry.getKey(), entry.getValue()))
                .sorted(FIRST_FIRST)
                .limit(Ranking.PLACES)
                .toList();
        assertThat(ranking.list()).isEqualTo(expected);
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
            name.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return name.toString();
    }
}
