package com.nexusai.moderation.store;

import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** How far what this instance knows lies behind what was commanded. */
public final class Freshness {
    private final KafkaStreams streams;
    private final Progress progress;
    private final Clock clock;

    public Freshness(KafkaStreams streams, Progress progress, Clock clock) {
        this.streams = streams;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * @param asOf the stores hold everything up to here; null when this is not known yet
     * @param lag null likewise
     */
    public record AsOf(@Nullable Instant asOf, @Nullable Duration lag) {}

    public AsOf now() {
        var now = clock.instant();
        if (commandsBehind() == 0) {
            return new AsOf(now, Duration.ZERO);
        }
        return progress.newest()
                .map(newest -> newest.isAfter(now) ? now : newest)
                .map(newest -> new AsOf(newest, Duration.between(newest, now)))
                .orElse(new AsOf(null, null));
    }

    private double commandsBehind() {
        return streams.metrics().values().stream()
                .filter(metric -> isLag(metric.metricName()))
                .mapToDouble(Freshness::value)
                .sum();
    }

    private static boolean isLag(MetricName name) {
        return name.name().equals("records-lag")
                && Topics.MODERATION_COMMANDS.name().equals(name.tags().get("topic"));
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Double lag && lag > 0 ? lag : 0;
    }
}
