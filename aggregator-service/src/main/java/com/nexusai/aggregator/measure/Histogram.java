package com.nexusai.aggregator.measure;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many values lie in each of the {@link com.nexusai.schema.aggregate.LogBuckets}. */
final class Histogram {
    private final TreeMap<Integer, Long> buckets = new TreeMap<>();

    void plus(int bucket, long more) {
        if (buckets.merge(bucket, more, Long::sum) == 0) {
            buckets.remove(bucket);
        }
    }

    void plus(Histogram other) {
        other.buckets.forEach(this::plus);
    }

    SortedMap<Integer, Long> buckets() {
        return buckets;
    }

    void writeTo(ByteWriter out) {
        out.unsigned(buckets.size());
        buckets.forEach((bucket, count) -> out.signed(bucket).signed(count));
    }

    static Histogram readFrom(ByteReader in) {
        var histogram = new Histogram();
        for (long size = in.unsigned(); size > 0; size--) {
            histogram.buckets.put((int) in.signed(), in.signed());
        }
        return histogram;
    }
}
