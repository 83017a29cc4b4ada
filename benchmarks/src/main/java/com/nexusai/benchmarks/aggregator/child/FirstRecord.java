package com.nexusai.benchmarks.aggregator.child;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Sits in the consumers of a contender and tells, once, that there are records: from then on its time is measured. What
 * it took to start, a service that runs for weeks does not pay again.
 */
public final class FirstRecord<K, V> implements ConsumerInterceptor<K, V> {
    private static final String SIGN = "first-record ";
    private static final AtomicBoolean SEEN = new AtomicBoolean();

    /** When it was, by the clock, and what the process had computed until then. */
    public record Seen(long atMillis, long cpuMillis) {}

    @Override
    public ConsumerRecords<K, V> onConsume(ConsumerRecords<K, V> records) {
        if (!records.isEmpty() && SEEN.compareAndSet(false, true)) {
            System.out.println(SIGN + System.currentTimeMillis() + " " + CpuClock.of(ProcessHandle.current()));
        }
        return records;
    }

    public static boolean isTold(String line) {
        return line.startsWith(SIGN);
    }

    public static Seen parse(String line) {
        var words = line.substring(SIGN.length()).split(" ", -1);
        return new Seen(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
