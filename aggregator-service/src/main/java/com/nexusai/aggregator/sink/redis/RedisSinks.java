package com.nexusai.aggregator.sink.redis;

import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.RealtimeKeys;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.topic.Topics;
import io.lettuce.core.RedisClient;
import java.util.List;

/** Which counters Redis has. Each writer has a connection of its own: they wait for it apart. */
public final class RedisSinks implements AutoCloseable {
    private final NewestWins forCells;
    private final NewestWins forUsers;

    public RedisSinks(RedisClient client) {
        this.forCells = new NewestWins(client);
        this.forUsers = new NewestWins(client);
    }

    public BatchWriter counters() {
        return new CounterWriter<>(Topics.AGGREGATES, RedisSinks::ofCell, forCells);
    }

    public BatchWriter users() {
        return new CounterWriter<>(Topics.USER_AGGREGATES, RedisSinks::ofUser, forUsers);
    }

    private static List<Counted> ofCell(Cell cell) {
        return RealtimeKeys.of(cell).stream()
                .map(key -> new Counted(key, cell.count(), cell.revision()))
                .toList();
    }

    /** A visitor who is not known as a user could have the id of one. */
    private static List<Counted> ofUser(UserProfile profile) {
        return profile.identified()
                ? profile.eventsByDay().entrySet().stream()
                        .map(day -> new Counted(
                                RealtimeKeys.userEvents(profile.tenantId(), profile.actor(), day.getKey()),
                                day.getValue(),
                                profile.revision()))
                        .toList()
                : List.of();
    }

    @Override
    public void close() {
        forCells.close();
        forUsers.close();
    }
}
