package com.nexusai.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.TopicPipe;
import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.topology.TopicStore;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellScanTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Series TOTAL = new Series(TopicPipe.TENANT, "events", Granularity.MINUTE, Metric.TOTAL);
    private static final TimeRange TEN_MINUTES = new TimeRange(NOON, NOON.plusSeconds(600));

    @TempDir
    Path folder;

    private TopicPipe pipe;
    private CellScan scan;

    @BeforeEach
    void open() {
        pipe = new TopicPipe(folder);
        scan = new CellScan(pipe.store(TopicStore.CELLS));
    }

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void shouldReadItsOwnPointsInOrderWhenOthersLieBeside() {
        pipe.count("LOGIN", NOON.plusSeconds(120), 2);
        pipe.count("LOGIN", NOON, 1);
        pipe.count("LOGINS", NOON, 5);

        assertThat(scan.series(TOTAL, TEN_MINUTES))
                .containsExactly(new Point(NOON, 6), new Point(NOON.plusSeconds(120), 2));
        assertThat(scan.series(new Series(TopicPipe.TENANT, "events", Granularity.MINUTE, "LOGIN"), TEN_MINUTES))
                .containsExactly(new Point(NOON, 1), new Point(NOON.plusSeconds(120), 2));
    }

    @Test
    void shouldLeaveOutTheEndOfTheRange() {
        pipe.count("LOGIN", NOON.minusSeconds(60), 1);
        pipe.count("LOGIN", NOON, 1);
        pipe.count("LOGIN", NOON.plusSeconds(600), 1);

        assertThat(scan.series(TOTAL, TEN_MINUTES)).containsExactly(new Point(NOON, 1));
    }

    @Test
    void shouldSumEachDimensionOverTheRangeOnly() {
        pipe.count("LOGIN", NOON.minusSeconds(60), 100);
        pipe.count("LOGIN", NOON, 1);
        pipe.count("LOGIN", NOON.plusSeconds(60), 2);
        pipe.count("a/b %2F", NOON, 4);
        pipe.count("LOGIN-2", NOON, 8);
        pipe.count("LOGIN0", NOON, 16);
        pipe.count("PAST", NOON.minusSeconds(3600), 32);
        pipe.count("FUTURE", NOON.plusSeconds(3600), 64);

        assertThat(scan.breakdown(TopicPipe.TENANT, "events", Granularity.MINUTE, TEN_MINUTES)
                        .counts())
                .isEqualTo(Map.of("LOGIN", 3L, "a/b %2F", 4L, "LOGIN-2", 8L, "LOGIN0", 16L));
    }

    @Test
    void shouldNotSeeAnotherTenantOrMetric() {
        pipe.count("LOGIN", NOON, 1);
        put(new Series("acme2", "events", Granularity.MINUTE, Metric.TOTAL), 50);
        put(new Series("acme", "events2", Granularity.MINUTE, Metric.TOTAL), 60);

        assertThat(scan.series(TOTAL, TEN_MINUTES)).containsExactly(new Point(NOON, 1));
        assertThat(scan.knows("acme", "events2")).isTrue();
        assertThat(scan.knows("acme", "event")).isFalse();
        assertThat(scan.knows("acm", "events")).isFalse();
    }

    private void put(Series series, long count) {
        var cell = Cell.count(series.at(NOON), count, 1, NOON);
        pipe.pipe(TopicStore.CELLS, cell.key().text(), cell);
    }
}
