package com.nexusai.benchmarks.aggregator.fresh;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads cells as a reader of committed results does, and notes how fresh the probes in them are. */
final class CellWatch implements AutoCloseable {
    private static final String PROBES = Probes.TENANT + "/";

    private final Consumer<String, byte[]> consumer;
    private final Probes probes;

    CellWatch(KafkaClients clients, Probes probes) {
        this.consumer = clients.reader("watch", new StringDeserializer(), new ByteArrayDeserializer());
        this.probes = probes;
        var partitions = consumer.partitionsFor(Topics.AGGREGATES.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** @return milliseconds from append to readable, of each probe that became readable meanwhile */
    List<Long> watch(Duration time) {
        var took = new ArrayList<Long>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            var records = consumer.poll(Duration.ofMillis(50));
            long now = System.currentTimeMillis();
            for (var found : records) {
                if (found.key().startsWith(PROBES) && found.value() != null) {
                    took.addAll(note(CellKey.parse(found.key()), found.value(), now));
                }
            }
        }
        return took;
    }

    private List<Long> note(CellKey key, byte[] json, long now) {
        var series = key.series();
        if (series.granularity() != Granularity.MINUTE || Probes.typeOf(series.dimension()) == null) {
            return List.of();
        }
        long count = Json.MAPPER.readTree(json).path("count").asLong();
        return probes.seen(series.dimension(), key.start(), count, now);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
