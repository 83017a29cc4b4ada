package com.nexusai.aggregator.measure;

import java.lang.foreign.MemorySegment;
import org.apache.datasketches.theta.CompactThetaSketch;
import org.apache.datasketches.theta.ThetaSetOperation;
import org.apache.datasketches.theta.ThetaUnion;

/**
 * How many different values there were: exact up to 4,096, beyond that within some three percent. It keeps the smallest
 * hashes, and those are the same in whatever order the values came.
 */
final class Distinct {
    private static final int KEPT = 4096;

    private final ThetaUnion sketch =
            ThetaSetOperation.builder().setNominalEntries(KEPT).buildUnion();

    void add(String value) {
        sketch.update(value);
    }

    void join(Distinct other) {
        sketch.union(other.sketch.getResult());
    }

    long estimate() {
        return Math.round(sketch.getResult().getEstimate());
    }

    byte[] toBytes() {
        return sketch.getResult().toByteArray();
    }

    static Distinct fromBytes(byte[] bytes) {
        var distinct = new Distinct();
        distinct.sketch.union(CompactThetaSketch.heapify(MemorySegment.ofArray(bytes)));
        return distinct;
    }
}
