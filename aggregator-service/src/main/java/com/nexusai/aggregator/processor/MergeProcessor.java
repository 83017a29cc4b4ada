package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.domain.Counting;
import com.nexusai.aggregator.topology.Stores;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Second phase, on the partition of the metric: adds deltas into cells, and lets cells go when their life is over. */
public final class MergeProcessor implements Processor<String, Long, String, @Nullable Cell> {
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(10);

    private final CellLife cellLife;
    private ProcessorContext<String, @Nullable Cell> context;
    private KeyValueStore<String, Cell> cells;

    public MergeProcessor(CellLife cellLife) {
        this.cellLife = cellLife;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable Cell> context) {
        this.context = context;
        this.cells = context.getStateStore(Stores.CELLS);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, Long> delta) {
        var now = Instant.ofEpochMilli(delta.timestamp());
        for (CellKey key : Counting.cellsOf(CellKey.parse(delta.key()))) {
            if (cellLife.lives(key, now)) {
                add(key, delta.value(), now);
            }
        }
    }

    private void add(CellKey key, long more, Instant now) {
        var text = key.text();
        Cell known = cells.get(text);
        var cell = known == null
                ? Cell.count(key, more, 1, now)
                : Cell.count(key, known.count() + more, known.revision() + 1, now);
        cells.put(text, cell);
        context.forward(new Record<>(text, cell, now.toEpochMilli()));
    }

    private void sweep(long now) {
        try (var all = cells.all()) {
            all.forEachRemaining(cell -> {
                if (!cellLife.lives(cell.value.key(), Instant.ofEpochMilli(now))) {
                    cells.delete(cell.key);
                    context.forward(new Record<>(cell.key, null, now));
                }
            });
        }
    }
}
