package com.nexusai.aggregator.sink;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.RealtimeKeys;
import com.nexusai.schema.topic.Topics;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Today's counters: absolute values, each with the revision of its cell beside it. An older revision never overwrites a
 * newer one, so a batch may come again, and two writers may meet.
 */
final class RedisWriter implements BatchWriter, AutoCloseable {
    static final Duration TTL = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(RedisWriter.class);
    private static final String NEWER_WINS = """
            local known = redis.call('GET', KEYS[2])
            if known and tonumber(known) >= tonumber(ARGV[2]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[3])
            redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
            return 1
            """;

    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    RedisWriter(RedisClient client) {
        this.client = client;
    }

    @Override
    public void write(Batch batch) throws Exception {
        var latest = new LinkedHashMap<String, Cell>();
        for (var record : batch.records()) {
            var cell = read(record);
            if (cell != null && counted(cell)) {
                latest.put(RealtimeKeys.of(cell), cell);
            }
        }
        if (!latest.isEmpty()) {
            set(latest);
        }
    }

    /** All commands in one go, then all answers. */
    private void set(Map<String, Cell> cells) throws Exception {
        var commands = connection().async();
        var script = commands.scriptLoad(NEWER_WINS).get(10, TimeUnit.SECONDS);
        var answers = new Future<?>[cells.size()];
        int sent = 0;
        for (var cell : cells.entrySet()) {
            String[] keys = {cell.getKey(), revisionOf(cell.getKey())};
            answers[sent++] = commands.evalsha(
                    script,
                    ScriptOutputType.INTEGER,
                    keys,
                    Long.toString(cell.getValue().count()),
                    Long.toString(cell.getValue().revision()),
                    Long.toString(TTL.toSeconds()));
        }
        for (var answer : answers) {
            answer.get(10, TimeUnit.SECONDS);
        }
    }

    /** The braces keep both keys on one node of a cluster. */
    private static String revisionOf(String key) {
        return "{" + key + "}:revision";
    }

    private static boolean counted(Cell cell) {
        return cell.granularity() == Granularity.DAY && cell.metric().equals(Metric.EVENTS);
    }

    private static @Nullable Cell read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Topics.AGGREGATES.valueSerde().deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException poison) {
            // the ClickHouse sink of the same topic keeps it as a dead letter
            LOG.warn("A cell at {}-{} cannot be read: {}", record.topic(), record.offset(), poison.getMessage());
            return null;
        }
    }

    private StatefulRedisConnection<String, String> connection() {
        var open = connection;
        if (open == null || !open.isOpen()) {
            close();
            open = client.connect();
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
