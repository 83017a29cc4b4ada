package com.nexusai.kit.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far restoring is, and how long it took. */
final class RestoreMeters implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreMeters.class);

    private final MeterRegistry meters;
    private final Map<TopicPartition, Long> startedAt = new ConcurrentHashMap<>();

    RestoreMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("fleet.streams.restoring.partitions", startedAt, Map::size)
                .description("Changelog partitions being restored now")
                .register(meters);
    }

    int restoring() {
        return startedAt.size();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        startedAt.put(partition, System.nanoTime());
        LOG.debug("restoring {} from {}: {} records", store, partition, to - from);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long count) {
        meters.counter("fleet.streams.restored.records", "store", store).increment((double) count);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        var since = startedAt.remove(partition);
        var millis = since == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        LOG.info("restored {} from {}: {} records in {} ms", store, partition, total, millis);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        startedAt.remove(partition);
    }
}
