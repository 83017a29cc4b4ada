package com.nexusai.aggregator.sink.clickhouse;

import java.util.ArrayList;
import java.util.List;

/**
 * Inserts rows of which the server refuses some for what they hold: halves them until what is refused is one row. Each
 * piece has the token of its own rows, so a search that breaks off may begin again.
 */
final class PoisonSearch {
    private final TableInsert inserts;
    private final String cluster;

    PoisonSearch(TableInsert inserts, String cluster) {
        this.inserts = inserts;
        this.cluster = cluster;
    }

    /** @return the rows that were not taken, with the server's reason; all others are written */
    List<DeadLetter> insert(Rows<?> rows) throws Exception {
        var poison = new ArrayList<DeadLetter>();
        if (rows.all().size() > 0) {
            insert(rows, rows.all(), poison);
        }
        return poison;
    }

    private void insert(Rows<?> rows, Rows<?>.Slice slice, List<DeadLetter> poison) throws Exception {
        try {
            inserts.insert(slice, rows.table(), cluster + ':' + slice.token());
        } catch (Exception refused) {
            var reason = Refusal.ofContent(refused);
            if (reason.isEmpty()) {
                throw refused;
            }
            if (slice.size() == rows.all().size()) {
                // if it refuses no rows at all too, it is the table that is wrong: no fault of any row
                inserts.insert(slice.none(), rows.table(), null);
            }
            if (slice.size() == 1) {
                poison.add(new DeadLetter(slice.first(), reason.get()));
                return;
            }
            insert(rows, slice.firstHalf(), poison);
            insert(rows, slice.secondHalf(), poison);
        }
    }
}
