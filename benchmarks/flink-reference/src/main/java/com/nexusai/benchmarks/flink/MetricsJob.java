package com.nexusai.benchmarks.flink;

import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.reference.SlimEvent;
import com.nexusai.benchmarks.aggregator.result.CommonMetrics;
import com.nexusai.schema.aggregate.Granularity;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/**
 * Keyed event-time windows whose value is sent on while they are still open, at most once per commit interval, since a
 * dashboard does not wait until the end of the day. What goes from step to step is not the event but what is counted.
 */
final class MetricsJob {
    /** Events are two hours late at most. */
    private static final Duration LATE = Duration.ofMinutes(150);

    private static final TypeInformation<Tuple2<String, Long>> COUNTED = TypeInformation.of(new TypeHint<>() {});
    private static final TypeInformation<Tuple2<String, BigDecimal>> PAID = TypeInformation.of(new TypeHint<>() {});

    private final RunSettings settings;

    MetricsJob(RunSettings settings) {
        this.settings = settings;
    }

    void on(StreamExecutionEnvironment environment) {
        var topics = new KafkaTopics(settings);
        var events = environment.fromSource(
                topics.events(),
                WatermarkStrategy.<SlimEvent>forBoundedOutOfOrderness(LATE)
                        .withTimestampAssigner((event, arrival) -> event.timestamp),
                "events");
        var users = events.filter(event -> event.actor != null)
                .keyBy(event -> event.tenant + "/" + event.actor)
                .process(new UserFunction());
        var firsts = users.getSideOutput(UserFunction.FIRST_OF_DAY).keyBy(first -> first.f0);
        var counts = counts(events);
        users.union(
                        counted(counts, CommonMetrics.EVENTS, Granularity.MINUTE),
                        counted(counts, CommonMetrics.EVENTS, Granularity.HOUR),
                        counted(counts, CommonMetrics.EVENTS, Granularity.DAY),
                        counted(tokens(events), CommonMetrics.TOKENS, Granularity.HOUR),
                        counted(firsts, CommonMetrics.ACTIVE, Granularity.DAY),
                        windowed(revenue(events), CommonMetrics.REVENUE, Granularity.DAY, new DecimalSum()))
                .sinkTo(topics.results())
                .name("results");
    }

    private static KeyedStream<Tuple2<String, Long>, String> counts(DataStream<SlimEvent> events) {
        return events.<Tuple2<String, Long>>flatMap((event, out) -> {
                    out.collect(Tuple2.of(event.tenant + "/" + event.type, 1L));
                    out.collect(Tuple2.of(event.tenant + "/" + CommonMetrics.TOTAL, 1L));
                })
                .returns(COUNTED)
                .keyBy(counted -> counted.f0);
    }

    private static KeyedStream<Tuple2<String, Long>, String> tokens(DataStream<SlimEvent> events) {
        return events.filter(SlimEvent::hasTokens)
                .map(event -> Tuple2.of(event.tenant + "/" + CommonMetrics.TOTAL, event.tokens))
                .returns(COUNTED)
                .keyBy(counted -> counted.f0);
    }

    private static KeyedStream<Tuple2<String, BigDecimal>, String> revenue(DataStream<SlimEvent> events) {
        return events.filter(SlimEvent::isPayment)
                .map(event -> Tuple2.of(event.tenant + "/" + event.currency, event.amount))
                .returns(PAID)
                .keyBy(paid -> paid.f0);
    }

    private DataStream<Tuple2<String, byte[]>> counted(
            KeyedStream<Tuple2<String, Long>, String> keyed, String metric, Granularity granularity) {
        return windowed(keyed, metric, granularity, new LongSum());
    }

    private <V> DataStream<Tuple2<String, byte[]>> windowed(
            KeyedStream<Tuple2<String, V>, String> keyed,
            String metric,
            Granularity granularity,
            AggregateFunction<Tuple2<String, V>, V, V> sum) {
        return keyed.window(TumblingEventTimeWindows.of(Duration.ofMinutes(granularity.nextMinute(0))))
                .trigger(new ChangedTrigger(settings.commitMillis()))
                .aggregate(sum, new CellFunction<>(metric, granularity));
    }
}
