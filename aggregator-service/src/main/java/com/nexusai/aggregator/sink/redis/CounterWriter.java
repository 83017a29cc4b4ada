package com.nexusai.aggregator.sink.redis;

import com.nexusai.aggregator.sink.flow.Batch;
import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.aggregator.sink.flow.Delivery;
import com.nexusai.schema.topic.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the records of a topic say last of each counter. */
final class CounterWriter<V> implements BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(CounterWriter.class);

    private final Deserializer<V> values;
    private final Function<V, List<Counted>> counters;
    private final NewestWins target;

    CounterWriter(Topic<?, V> topic, Function<V, List<Counted>> counters, NewestWins target) {
        this.values = topic.valueSerde().deserializer();
        this.counters = counters;
        this.target = target;
    }

    @Override
    public Delivery prepare(Batch batch) {
        var latest = new LinkedHashMap<String, Counted>();
        for (var record : batch.records()) {
            read(record, latest);
        }
        var all = List.copyOf(latest.values());
        return () -> target.set(all);
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Map<String, Counted> latest) {
        try {
            V value = values.deserialize(record.topic(), record.value());
            if (value != null) {
                counters.apply(value).forEach(counted -> latest.put(counted.key(), counted));
            }
        } catch (SerializationException poison) {
            // counters are taken from the next record of the same key; the bytes stay on their compacted topic
            LOG.warn("{}-{} cannot be read: {}", record.topic(), record.offset(), poison.getMessage());
        }
    }
}
