package com.nexusai.benchmarks.aggregator.dsl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.benchmarks.aggregator.child.JavaCommand;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.race.Contender;
import com.nexusai.benchmarks.aggregator.race.ResultTopic;
import com.nexusai.benchmarks.aggregator.reference.UserTotals;
import com.nexusai.benchmarks.aggregator.result.CommonMetrics;
import com.nexusai.benchmarks.aggregator.result.LatestValues;
import com.nexusai.benchmarks.aggregator.result.Results;
import com.nexusai.schema.aggregate.Granularity;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.WindowedSerdes;

/** Kafka Streams DSL. */
public final class DslContender implements Contender {
    @Override
    public String name() {
        return "dsl";
    }

    @Override
    public JavaCommand command(RunSettings settings, List<String> flags) {
        return JavaCommand.of(DslProcess.class, flags, settings.arguments());
    }

    @Override
    public List<ResultTopic> topics() {
        return DslTopics.ALL.stream().map(ResultTopic::of).toList();
    }

    @Override
    public Results results(LatestValues topics) {
        var results = new Results();
        var reading = new Reading(topics, results);
        reading.cells(DslTopics.EVENTS_MINUTE, CommonMetrics.EVENTS, Granularity.MINUTE, DslContender::count);
        reading.cells(DslTopics.EVENTS_HOUR, CommonMetrics.EVENTS, Granularity.HOUR, DslContender::count);
        reading.cells(DslTopics.EVENTS_DAY, CommonMetrics.EVENTS, Granularity.DAY, DslContender::count);
        reading.cells(DslTopics.TOKENS_HOUR, CommonMetrics.TOKENS, Granularity.HOUR, DslContender::count);
        reading.cells(DslTopics.REVENUE_DAY, CommonMetrics.REVENUE, Granularity.DAY, DslContender::decimal);
        reading.cells(DslTopics.ACTIVE_DAY, CommonMetrics.ACTIVE, Granularity.DAY, DslContender::count);
        topics.of(DslTopics.USERS).forEach((key, bytes) -> {
            var user = UserTotals.of(bytes);
            results.user(
                    new String(key.get(), UTF_8),
                    Instant.ofEpochMilli(user.first),
                    Instant.ofEpochMilli(user.last),
                    user.types);
        });
        return results;
    }

    private static BigDecimal count(byte[] bytes) {
        return BigDecimal.valueOf(ByteBuffer.wrap(bytes).getLong());
    }

    private static BigDecimal decimal(byte[] bytes) {
        return new BigDecimal(new String(bytes, UTF_8));
    }

    private record Reading(LatestValues topics, Results results) {
        void cells(String topic, String metric, Granularity granularity, Function<byte[], BigDecimal> value) {
            var key = WindowedSerdes.timeWindowedSerdeFrom(
                            String.class, Duration.ofDays(1).toMillis())
                    .deserializer();
            topics.of(topic).forEach((bytes, found) -> {
                var windowed = key.deserialize(topic, bytes.get());
                var parts = windowed.key().split("/", -1);
                var dimension = parts.length > 1 ? parts[1] : CommonMetrics.TOTAL;
                var start = windowed.window().startTime();
                results.cell(metric, granularity, parts[0], dimension, start, value.apply(found));
            });
        }
    }
}
