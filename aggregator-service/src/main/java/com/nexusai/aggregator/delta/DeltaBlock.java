package com.nexusai.aggregator.delta;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.aggregator.measure.Amount;
import com.nexusai.schema.aggregate.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that one metric of a tenant has to add, as one record: far fewer records than cells. */
public final class DeltaBlock {
    /** Well below what a broker takes; one amount with a sketch may be some 32 KB. */
    private static final int FULL = 256 * 1024;

    private static final int VERSION = 1;

    private DeltaBlock() {}

    /** Told of what a block holds. */
    public interface Reader {
        /** @param cap see {@link #write} */
        void spot(Spot spot, Amount amount, int cap);
    }

    /**
     * One block, or several where it would be too large.
     *
     * @param cap how many dimensions a window of the metric may have before others are counted together; 0 for any
     *     number
     */
    public static List<byte[]> write(int cap, Map<Spot, Amount> amounts) {
        var blocks = new ArrayList<byte[]>(1);
        var out = begin(new ByteWriter(1024), cap);
        for (var entry : amounts.entrySet()) {
            if (out.size() >= FULL) {
                blocks.add(out.toBytes());
                out.clear();
                begin(out, cap);
            }
            var spot = entry.getKey();
            out.octet(spot.granularity().code() << 4 | spot.reach().code())
                    .signed(spot.startMinute())
                    .text(spot.dimension());
            entry.getValue().writeTo(out);
        }
        blocks.add(out.toBytes());
        return blocks;
    }

    private static ByteWriter begin(ByteWriter out, int cap) {
        return out.octet(VERSION).unsigned(cap);
    }

    public static void read(byte[] block, Reader to) {
        var in = new ByteReader(block);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "a delta block of version " + version + "; this aggregator knows version " + VERSION);
        }
        int cap = (int) in.unsigned();
        while (in.hasMore()) {
            int kind = in.octet();
            long startMinute = in.signed();
            var spot = new Spot(Granularity.ofCode(kind >> 4), Spot.Reach.ofCode(kind & 0xf), in.text(), startMinute);
            to.spot(spot, Amount.readFrom(in), cap);
        }
    }
}
