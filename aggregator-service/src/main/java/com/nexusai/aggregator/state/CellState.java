package com.nexusai.aggregator.state;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.aggregator.measure.Amount;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import java.time.Instant;

/** A cell while it is being added to. */
public final class CellState {
    public static final WriteBack.Form<CellState> FORM = new WriteBack.Form<>() {
        @Override
        public byte[] toBytes(CellState state) {
            var out = new ByteWriter(48).octet(VERSION).unsigned(state.revision);
            state.amount.writeTo(out);
            return out.toBytes();
        }

        @Override
        public CellState fromBytes(byte[] bytes) {
            var in = new ByteReader(bytes);
            int version = in.octet();
            if (version != VERSION) {
                throw new IllegalStateException(
                        "a cell of version " + version + "; this aggregator knows version " + VERSION);
            }
            return new CellState(in.unsigned(), Amount.readFrom(in));
        }
    };

    private static final int VERSION = 1;

    private final Amount amount;
    private long revision;

    public CellState() {
        this(0, new Amount());
    }

    private CellState(long revision, Amount amount) {
        this.revision = revision;
        this.amount = amount;
    }

    public void plus(Amount more) {
        amount.plus(more);
        revision++;
    }

    public Cell cell(CellKey key, Instant now) {
        return amount.cell(key, revision, now);
    }
}
