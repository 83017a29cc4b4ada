package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.delta.DeltaBlock;
import com.nexusai.aggregator.delta.MetricId;
import com.nexusai.aggregator.delta.Spot;
import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.domain.Rhythm;
import com.nexusai.aggregator.measure.Amount;
import com.nexusai.aggregator.state.CellState;
import com.nexusai.aggregator.state.Due;
import com.nexusai.aggregator.state.Sweep;
import com.nexusai.aggregator.state.Widths;
import com.nexusai.aggregator.state.WriteBack;
import com.nexusai.aggregator.topology.Stores;
import com.nexusai.kit.streams.BeforeCommit;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Second phase, on the partition of the metric: adds differences into cells, and lets cells go when their life is over.
 * What changed is sent on at the next beat, each cell once.
 */
public final class MergeProcessor implements Processor<String, byte[], String, @Nullable Cell> {
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);

    /** Of so many the next beat should not wait for more. */
    private static final int MANY_CELLS = 20_000;

    private static final Granularity[] ADDED_UP = {
        Granularity.MINUTE, Granularity.HOUR, Granularity.DAY, Granularity.MONTH
    };

    private final Pace pace;
    private final Supplier<Rhythm> rhythms;
    private final CellLife cellLife;
    private final BeforeCommit beforeCommit;
    private ProcessorContext<String, @Nullable Cell> context;
    private BeforeCommit.Bell bell;
    private WriteBack<CellKey, CellState> cells;
    private Widths widths;
    private Due<CellKey> due;
    private Beats beats;

    public MergeProcessor(Pace pace, Supplier<Rhythm> rhythms, CellLife cellLife, BeforeCommit beforeCommit) {
        this.pace = pace;
        this.rhythms = rhythms;
        this.cellLife = cellLife;
        this.beforeCommit = beforeCommit;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Cell> context) {
        this.context = context;
        KeyValueStore<String, byte[]> cellStore = context.getStateStore(Stores.CELLS);
        KeyValueStore<String, byte[]> widthStore = context.getStateStore(Stores.WIDTHS);
        cells = new WriteBack<>(cellStore, CellKey::text, CellState.FORM, pace.cellsInMemory());
        widths = new Widths(widthStore, pace.cellsInMemory());
        due = new Due<>(context.getStateStore(Stores.CELLS_DUE), CellKey::text, CellKey::parse);
        beats = new Beats(rhythms);
        bell = beforeCommit.bell(context, this::writeBack);
        context.schedule(Instant.EPOCH, pace.tick(), PunctuationType.WALL_CLOCK_TIME, this::beat);
        var oldCells = new Sweep(cellStore);
        var oldWidths = new Sweep(widthStore);
        context.schedule(Instant.EPOCH, SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> {
            oldCells.step(key -> forgetCell(key, now));
            oldWidths.step(key -> forgetWidth(key, now));
        });
    }

    @Override
    public void process(Record<String, byte[]> block) {
        var metric = MetricId.parse(block.key());
        var now = Instant.ofEpochMilli(block.timestamp());
        DeltaBlock.read(block.value(), (spot, amount, cap) -> add(metric, spot, amount, cap, now));
        if (due.size() >= MANY_CELLS) {
            beats.enough();
        }
        bell.set();
    }

    private void add(MetricId metric, Spot spot, Amount amount, int cap, Instant now) {
        if (!spot.reach().longerWindows()) {
            add(metric, spot.granularity(), spot.dimension(), spot, amount, cap, now);
            return;
        }
        for (var granularity : ADDED_UP) {
            add(metric, granularity, spot.dimension(), spot, amount, cap, now);
            if (spot.reach().total()) {
                add(metric, granularity, Metric.TOTAL, spot, amount, cap, now);
            }
        }
    }

    private void add(
            MetricId metric,
            Granularity granularity,
            String dimension,
            Spot spot,
            Amount amount,
            int cap,
            Instant now) {
        var start = Granularity.instantOf(granularity.startMinute(spot.startMinute()));
        var wanted = new Series(metric.tenantId(), metric.metric(), granularity, dimension).at(start);
        if (!cellLife.lives(wanted, now)) {
            return;
        }
        var key = widths.placeFor(wanted, cap, cell -> cells.get(cell) != null);
        var known = cells.get(key);
        var cell = known == null ? new CellState() : known;
        cell.plus(amount);
        cells.changed(key, cell);
        due.add(key);
    }

    private void beat(long now) {
        if (!beats.isTime(now) || due.isEmpty()) {
            return;
        }
        var at = Instant.ofEpochMilli(now);
        due.drain(key -> {
            var cell = cells.get(key);
            if (cell != null) {
                context.forward(new Record<>(key.text(), cell.cell(key, at), now));
            }
        });
        bell.set();
        context.commit();
    }

    private void writeBack() {
        cells.writeBack();
        widths.writeBack();
        due.writeBack();
    }

    private void forgetCell(String key, long now) {
        var cell = CellKey.parse(key);
        if (!cellLife.lives(cell, Instant.ofEpochMilli(now))) {
            cells.delete(cell);
            context.forward(new Record<>(key, null, now));
        }
    }

    private void forgetWidth(String key, long now) {
        var window = CellKey.parse(key);
        if (!cellLife.lives(window, Instant.ofEpochMilli(now))) {
            widths.delete(window);
        }
    }
}
