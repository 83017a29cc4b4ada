package com.nexusai.aggregator.state;

import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How many dimensions a metric has in a window. Beyond the metric's cap those that are new are counted together, so
 * that a producer which makes up event types without end cannot make the fleet keep them all.
 */
public final class Widths {
    public static final String OTHER = "(other)";

    private static final WriteBack.Form<Integer> FORM = new WriteBack.Form<>() {
        @Override
        public byte[] toBytes(Integer width) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(width).array();
        }

        @Override
        public Integer fromBytes(byte[] bytes) {
            return ByteBuffer.wrap(bytes).getInt();
        }
    };

    private final WriteBack<CellKey, Integer> widths;

    public Widths(KeyValueStore<String, byte[]> store, int generation) {
        this.widths = new WriteBack<>(store, CellKey::text, FORM, generation);
    }

    /** The cell that takes the place of the wanted one: itself, or the one of all others. */
    public CellKey placeFor(CellKey wanted, int cap, Predicate<CellKey> exists) {
        var series = wanted.series();
        if (cap == 0 || series.dimension().equals(Metric.TOTAL) || exists.test(wanted)) {
            return wanted;
        }
        var window = of(series, "").at(wanted.start());
        var known = widths.get(window);
        int width = known == null ? 0 : known;
        if (width >= cap) {
            return of(series, OTHER).at(wanted.start());
        }
        widths.changed(window, width + 1);
        return wanted;
    }

    public void writeBack() {
        widths.writeBack();
    }

    public void delete(CellKey window) {
        widths.delete(window);
    }

    private static Series of(Series series, String dimension) {
        return new Series(series.tenantId(), series.metric(), series.granularity(), dimension);
    }
}
