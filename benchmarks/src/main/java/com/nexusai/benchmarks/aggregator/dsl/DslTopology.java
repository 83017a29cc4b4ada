package com.nexusai.benchmarks.aggregator.dsl;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;
import static org.apache.kafka.common.serialization.Serdes.Long;
import static org.apache.kafka.common.serialization.Serdes.String;

import com.nexusai.benchmarks.aggregator.reference.SlimEvent;
import com.nexusai.benchmarks.aggregator.reference.UserTotals;
import com.nexusai.benchmarks.aggregator.result.CommonMetrics;
import com.nexusai.schema.topic.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The common metrics as one writes them first: regroup, window, count. Spared is what a second look would spare: the
 * repartition topics carry no event but only what is counted, one grouping serves all its windows, and a user's first
 * event of a day is known without a set.
 */
final class DslTopology {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    /**
     * Events are two hours late at most; but while a backlog is read, one partition may be hours ahead of another, and
     * what comes from the slower one would be dropped behind the repartition topic.
     */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final byte[] ONE = new byte[0];

    private final StreamsBuilder builder = new StreamsBuilder();

    Topology build() {
        var events = builder.stream(
                Topics.EVENTS_VALIDATED.name(),
                Consumed.with(String(), Serdes.serdeFrom((topic, event) -> new byte[0], DslSerdes.EVENT))
                        .withName("events")
                        .withTimestampExtractor((event, partitionTime) -> ((SlimEvent) event.value()).timestamp));
        events(events);
        tokens(events);
        revenue(events);
        active(events);
        users(events);
        return builder.build();
    }

    private void events(KStream<String, SlimEvent> events) {
        var grouped = events.flatMap(
                        (key, event) -> List.of(
                                KeyValue.pair(event.tenant + "/" + event.type, ONE),
                                KeyValue.pair(event.tenant + "/" + CommonMetrics.TOTAL, ONE)),
                        Named.as("type-and-total"))
                .groupByKey(Grouped.with("by-type", String(), ByteArray()));
        publish(count(grouped, "events-minute", MINUTE), DslTopics.EVENTS_MINUTE, MINUTE, Long());
        publish(count(grouped, "events-hour", HOUR), DslTopics.EVENTS_HOUR, HOUR, Long());
        publish(count(grouped, "events-day", DAY), DslTopics.EVENTS_DAY, DAY, Long());
    }

    private void tokens(KStream<String, SlimEvent> events) {
        var tokens = events.filter((key, event) -> event.hasTokens(), Named.as("messages"))
                .map((key, event) -> KeyValue.pair(event.tenant, event.tokens), Named.as("tokens"))
                .groupByKey(Grouped.with("tokens-by-tenant", String(), Long()))
                .windowedBy(windows(HOUR))
                .reduce(Long::sum, Named.as("tokens-hour"), DslTopology.<Long>store("tokens-hour", HOUR, Long()));
        publish(tokens, DslTopics.TOKENS_HOUR, HOUR, Long());
    }

    private void revenue(KStream<String, SlimEvent> events) {
        var revenue = events.filter((key, event) -> event.isPayment(), Named.as("payments"))
                .map(
                        (key, event) -> KeyValue.pair(event.tenant + "/" + event.currency, event.amount),
                        Named.as("amounts"))
                .groupByKey(Grouped.with("revenue-by-currency", String(), DslSerdes.DECIMAL))
                .windowedBy(windows(DAY))
                .reduce(
                        BigDecimal::add,
                        Named.as("revenue-day"),
                        DslTopology.<BigDecimal>store("revenue-day", DAY, DslSerdes.DECIMAL));
        publish(revenue, DslTopics.REVENUE_DAY, DAY, DslSerdes.DECIMAL);
    }

    /** Without a cache each count is seen, so a 1 says that it is the user's first event of the day. */
    private void active(KStream<String, SlimEvent> events) {
        var firsts = events.filter((key, event) -> event.actor != null, Named.as("with-actor"))
                .groupByKey(Grouped.with("by-actor", String(), null))
                .windowedBy(windows(DAY))
                .count(
                        Named.as("actor-day"),
                        DslTopology.<Long>store("actor-day", DAY, Long()).withCachingDisabled())
                .toStream(Named.as("actor-days"))
                .filter((actor, count) -> count == 1, Named.as("first-of-day"))
                .map((actor, count) -> KeyValue.pair(tenantOf(actor.key()), ONE), Named.as("tenant-of-actor"))
                .groupByKey(Grouped.with("active-by-tenant", String(), ByteArray()));
        publish(count(firsts, "active-day", DAY), DslTopics.ACTIVE_DAY, DAY, Long());
    }

    private void users(KStream<String, SlimEvent> events) {
        events.groupByKey(Grouped.with("by-user", String(), null))
                .aggregate(
                        UserTotals::new,
                        (key, event, totals) -> totals.plus(event),
                        Named.as("users"),
                        Materialized.<String, UserTotals>as(
                                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore("users"))
                                .withKeySerde(String())
                                .withValueSerde(DslSerdes.USER))
                .toStream(Named.as("user-changes"))
                .to(DslTopics.USERS, Produced.with(String(), DslSerdes.USER).withName("to-users"));
    }

    private static KTable<Windowed<String>, Long> count(
            KGroupedStream<String, byte[]> grouped, String name, Duration size) {
        return grouped.windowedBy(windows(size)).count(Named.as(name), DslTopology.<Long>store(name, size, Long()));
    }

    private static <V> void publish(KTable<Windowed<String>, V> table, String topic, Duration size, Serde<V> value) {
        table.toStream(Named.as("changes-" + topic))
                .to(
                        topic,
                        Produced.with(WindowedSerdes.timeWindowedSerdeFrom(String.class, size.toMillis()), value)
                                .withName("to-" + topic));
    }

    private static TimeWindows windows(Duration size) {
        return TimeWindows.ofSizeAndGrace(size, GRACE);
    }

    private static <V> Materialized<String, V, WindowStore<org.apache.kafka.common.utils.Bytes, byte[]>> store(
            String name, Duration size, Serde<V> value) {
        return Materialized.<String, V, WindowStore<org.apache.kafka.common.utils.Bytes, byte[]>>as(name)
                .withKeySerde(String())
                .withValueSerde(value)
                .withRetention(size.plus(GRACE));
    }

    private static String tenantOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }
}
