package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.domain.Rhythm;
import com.nexusai.aggregator.domain.Tempo;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How often results are sent on, and how much is held in memory for it, by each partition.
 *
 * @param pause between two beats while the input is fresh
 * @param longPause between two beats while we are behind
 */
public record Pace(Duration pause, Duration longPause, int actorsInMemory, int cellsInMemory) {
    public static final Pace DEFAULT = new Pace(Duration.ofMillis(100), Duration.ofSeconds(2), 20_000, 20_000);

    private static final long BELLS_BYTES = 4 << 20;

    /** Far longer than a beat takes, on a machine that has much else to do, too: who runs into it loses all it did. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);

    /** A rhythm for each thread that asks for one. */
    public Supplier<Rhythm> rhythms() {
        var tempo = new Tempo();
        return ThreadLocal.withInitial(() -> new Rhythm(tempo, pause, longPause))::get;
    }

    Duration tick() {
        return pause;
    }

    /**
     * What the two phases need of Streams. The beats ask for their commits; those that Streams makes by itself must not
     * come in between. And there must be a cache, though a small one: without any, the bells would ring at every event.
     */
    public Map<String, Object> streamsSettings() {
        return Map.of(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                longPause.multipliedBy(2).toMillis(),
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                BELLS_BYTES,
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                (int) TRANSACTION_TIMEOUT.toMillis());
    }
}
