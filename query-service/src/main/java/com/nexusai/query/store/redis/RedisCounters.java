package com.nexusai.query.store.redis;

import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import com.nexusai.query.store.TodayCounters;
import com.nexusai.schema.aggregate.RealtimeKeys;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Counters as aggregator-service writes them: one plain number a key, all of a question in one round trip. */
public final class RedisCounters implements TodayCounters {
    private final RedisLink link;

    public RedisCounters(RedisLink link) {
        this.link = link;
    }

    @Override
    public Counts read(String tenantId, LocalDate date, Collection<String> types) {
        var wanted = List.copyOf(types);
        var keys = new ArrayList<String>(wanted.size() + 1);
        keys.add(RealtimeKeys.eventsTotal(tenantId, date));
        wanted.forEach(type -> keys.add(RealtimeKeys.events(tenantId, type, date)));
        try {
            return counts(wanted, link.commands().mget(keys.toArray(String[]::new)));
        } catch (RedisException | NumberFormatException failure) {
            throw SourceAway.unreachable(Source.REDIS, failure);
        }
    }

    private static Counts counts(List<String> types, List<KeyValue<String, String>> values) {
        var byType = new HashMap<String, Long>();
        for (int i = 0; i < types.size(); i++) {
            var value = values.get(i + 1);
            if (value.hasValue()) {
                byType.put(types.get(i), Long.valueOf(value.getValue()));
            }
        }
        return new Counts(Long.parseLong(values.getFirst().getValueOrElse("0")), byType);
    }
}
