package com.nexusai.aggregator.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import com.nexusai.aggregator.domain.actor.FunnelOracle.Step;
import com.nexusai.devstack.DevStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A funnel's levels are those that ClickHouse's own windowFunnel answers, so that history and live figures agree. */
class FunnelPathIT {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final int DAYS = 3;
    private static final int LISTS = 250;
    private static final int BATCHES = 8;
    private static final Client CLICKHOUSE = new Client.Builder()
            .addEndpoint(DevStack.shared().clickHouseUrl())
            .setUsername("default")
            .setPassword("")
            .build();

    @AfterAll
    static void close() {
        CLICKHOUSE.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, HOUR, 6 * HOUR, DAY, 7 * DAY})
    void shouldComeAsFarAsWindowFunnelSays(long window) {
        var random = new Random(window + 1);
        for (int batch = 0; batch < BATCHES; batch++) {
            var lists = IntStream.range(0, LISTS).mapToObj(i -> steps(random)).toList();

            var rows = CLICKHOUSE.queryAll(question(lists, window));

            assertThat(rows).hasSize(LISTS);
            for (int i = 0; i < LISTS; i++) {
                assertThat(levels(lists.get(i), window, random))
                        .as("%s in a window of %d ms", lists.get(i), window)
                        .isEqualTo(answer(rows.get(i)));
            }
        }
    }

    /** By day of entry, and last of the funnel that begins when the actor was first seen. */
    private static List<Integer> levels(List<Step> steps, long window, Random random) {
        var byDay = new FunnelShape("day", 4, window, false);
        var fromFirst = new FunnelShape("first", 4, window, true);
        var ledger = new Ledger();
        var path = new FunnelPath();
        var firstPath = new FunnelPath();
        var shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);
        long first = Long.MAX_VALUE;
        for (var step : shuffled) {
            path.add(step.at(), step.mask(), byDay, ledger);
            first = Math.min(first, step.at());
            firstPath.firstSeen(first, fromFirst, ledger);
            firstPath.add(step.at(), step.mask(), fromFirst, ledger);
        }
        var levels = new ArrayList<Integer>();
        for (int day = 0; day < DAYS; day++) {
            levels.add(level(ledger, "day", day));
        }
        levels.add(level(ledger, "first", UtcTime.day(first)));
        return levels;
    }

    private static int level(Ledger ledger, String funnel, long day) {
        int level = 0;
        while (ledger.cells.containsKey("funnel." + funnel + " day " + (level + 1) + " " + day * 1440)) {
            level++;
        }
        return level;
    }

    private static List<Integer> answer(GenericRecord row) {
        return IntStream.rangeClosed(2, DAYS + 2).mapToObj(row::getInteger).toList();
    }

    private static String question(List<List<Step>> lists, long window) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < lists.size(); i++) {
            long first = lists.get(i).stream().mapToLong(Step::at).min().orElseThrow();
            for (var step : lists.get(i)) {
                rows.add("(" + i + "," + step.at() + "," + step.mask() + "," + first + ")");
            }
        }
        var sql = new StringBuilder("SELECT id");
        for (int day = 0; day < DAYS; day++) {
            sql.append(funnel(window, "bitTest(mask, 0) AND intDiv(at, 86400000) = " + day));
        }
        return sql.append(funnel(window, "at = first"))
                .append(" FROM (SELECT row.1 AS id, toUInt64(row.2) AS at, row.3 AS mask, row.4 AS first")
                .append(" FROM (SELECT arrayJoin([")
                .append(String.join(",", rows))
                .append("]) AS row)) GROUP BY id ORDER BY id")
                .toString();
    }

    private static String funnel(long window, String firstStep) {
        return ", windowFunnel(" + window + ")(at, " + firstStep
                + ", bitTest(mask, 1) = 1, bitTest(mask, 2) = 1, bitTest(mask, 3) = 1)";
    }

    /** Often at the same time, often the window's length apart, and often several steps at once. */
    private static List<Step> steps(Random random) {
        long grain = random.nextBoolean() ? HOUR : 1;
        long span = random.nextBoolean() ? 12 : DAYS * DAY;
        return IntStream.range(0, 1 + random.nextInt(18))
                .mapToObj(i -> {
                    long at = DAY - 6 + random.nextLong(span);
                    int mask = random.nextInt(3) == 0 ? 1 + random.nextInt(15) : 1 << random.nextInt(4);
                    return new Step(Math.min(at, DAYS * DAY - 1) / grain * grain, mask);
                })
                .toList();
    }
}
