package com.nexusai.query.engine;

import com.nexusai.query.domain.Freshness;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.store.History;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where questions to ClickHouse take their turn, and learn how fresh its answer is. */
public final class HistoryDesk {
    private final History history;
    private final Turns turns;
    private final Engine.EngineMeters meters;
    private final String instance;
    private final InstantSource clock;

    public HistoryDesk(History history, Turns turns, Engine.EngineMeters meters, String instance, InstantSource clock) {
        this.history = history;
        this.turns = turns;
        this.meters = meters;
        this.instance = instance;
        this.clock = clock;
    }

    /** @throws com.nexusai.kit.problem.Problem if there is no turn, or no answer */
    public <T> T ask(String tenantId, Function<Meta, T> question) {
        try {
            // how fresh it is comes first: what arrives in between makes the answer better than it says
            return turns.take(tenantId, () -> question.apply(meta(tenantId)));
        } catch (SourceAway away) {
            meters.sourceAway(away.source());
            throw Turns.problem(away);
        }
    }

    /** For what follows a first answer, and is as fresh as that said. */
    public <T> T goOn(String tenantId, Supplier<T> question) {
        try {
            return turns.take(tenantId, question);
        } catch (SourceAway away) {
            meters.sourceAway(away.source());
            throw Turns.problem(away);
        }
    }

    Meta meta(String tenantId) {
        var now = clock.instant();
        var newest = history.newest(tenantId, now).map(at -> Freshness.asOf(at, now));
        return Meta.of(newest.orElse(null), Source.CLICKHOUSE, instance, null);
    }
}
