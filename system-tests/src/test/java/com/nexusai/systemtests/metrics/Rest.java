package com.nexusai.systemtests.metrics;

import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.process.RunningFleet;
import com.nexusai.systemtests.process.ServiceJar;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Knows when everything has come to rest: the raw rows are complete, and nothing is left to do. */
final class Rest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Sessions are told of every ten seconds. */
    private static final Duration CALM = Duration.ofSeconds(12);

    private static final String RAW = "analytics";

    private record Count(long rows, long changes) {}

    private final ServiceJar aggregator;
    private final Backlog backlog;
    private final RawRows rows;
    private final List<CommittedTopic> topics;
    private String lastSeen = "";

    Rest(RunningFleet fleet, RawRows rows) {
        this.aggregator = fleet.service("aggregator-service");
        this.backlog = new Backlog(fleet.stack.kafkaBootstrapServers());
        this.rows = rows;
        this.topics = List.of(
                new CommittedTopic(Topics.AGGREGATE_DELTAS, fleet.stack.kafkaBootstrapServers()),
                new CommittedTopic(Topics.USER_AGGREGATES, fleet.stack.kafkaBootstrapServers()),
                new CommittedTopic(Topics.USER_SESSIONS, fleet.stack.kafkaBootstrapServers()));
    }

    /** @return how many raw rows of events there are in the end */
    long awaitEvents(int events, int decisions) {
        Awaitility.await("raw rows")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                // the tables are made with the first row
                .ignoreException(IllegalStateException.class)
                .until(() -> count("events") >= events && count("moderation_decisions") >= decisions);
        awaitCalm();
        return count("events");
    }

    /** @return true if nothing has moved since the last time that it was at rest */
    boolean stillTheSame() {
        return lastSeen.equals(sight());
    }

    private void awaitCalm() {
        Awaitility.await("calm")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .during(CALM)
                .until(this::unmoved);
    }

    /** What does not move may also be stuck, or be on its way back to work. */
    private boolean unmoved() {
        var now = sight();
        boolean unmoved = now.equals(lastSeen);
        lastSeen = now;
        return unmoved && aggregator.isReady() && backlog.records() == 0;
    }

    /**
     * Cells are looked at in ClickHouse, and as they are after merging: on their topic those whose life is over are removed
     * every minute, however calm it is.
     */
    private String sight() {
        var aggregates =
                rows.rows("SELECT count() AS rows, sum(revision) AS changes FROM aggregates FINAL", Count.class, RAW);
        return topics.stream().map(CommittedTopic::end).collect(Collectors.joining(" ")) + aggregates;
    }

    private long count(String table) {
        return rows.rows("SELECT count() AS rows, 0 AS changes FROM " + table + " FINAL", Count.class, RAW)
                .getFirst()
                .rows();
    }
}
