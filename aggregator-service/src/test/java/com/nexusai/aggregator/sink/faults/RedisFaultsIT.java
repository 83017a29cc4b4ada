package com.nexusai.aggregator.sink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.aggregator.sink.flow.BatchWriter;
import com.nexusai.aggregator.sink.flow.SinkSettings;
import com.nexusai.aggregator.sink.flow.TopicSink;
import com.nexusai.aggregator.sink.redis.Redis;
import com.nexusai.aggregator.sink.redis.RedisSinks;
import com.nexusai.devstack.DevStack;
import com.nexusai.devstack.DevStackConfig;
import com.nexusai.devstack.Part;
import com.nexusai.kit.config.RedisConfig;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.RealtimeKeys;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.topic.Topics;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Redis does, every counter shows its latest value afterwards. */
class RedisFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final SinkSettings SETTINGS = new SinkSettings(200, Duration.ofMillis(50), 1_000, 1 << 20);
    private static final LocalDate TODAY = RealtimeKeys.date(Load.TODAY);
    private static final int TYPES = 300;

    @TempDir
    Path folder;

    private final Load<Cell> cells = new Load<>(Topics.AGGREGATES);
    private DevStack stack;
    private URI address;
    private RedisClient client;
    private RedisSinks redis;

    @BeforeEach
    void start() {
        stack = DevStack.start(DevStackConfig.in(folder).with(Part.REDIS));
        address = URI.create(stack.redisUrl());
        client = Redis.client(new RedisConfig(address));
        redis = new RedisSinks(client);
    }

    @AfterEach
    void stop() {
        redis.close();
        client.shutdown();
        cells.close();
        stack.close();
    }

    @Test
    void shouldShowTheLatestValuesWhenRedisWasStopped() {
        try (var sink = sink(redis.counters())) {
            sink.start();
            revise(1, 5);
            await().atMost(PATIENCE).until(() -> "50".equals(counter(0)));

            stack.close();
            revise(6, 40);
            await().atMost(PATIENCE).until(() -> !sink.check().up());
            startAgain();

            shouldShow(sink, "400");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$$$ nonsense\r\n",
                "+OK\r\n",
                ":7\r\n",
                "-LOADING Redis is loading the dataset in memory\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void shouldShowTheLatestValuesThoughSomethingElseAnswered(String nonsense) {
        try (var sink = sink(redis.counters())) {
            sink.start();
            revise(1, 2);
            await().atMost(PATIENCE).until(() -> "20".equals(counter(0)));

            stack.close();
            try (var other = new NonsenseRedis(address.getPort(), nonsense)) {
                revise(3, 20);
                await().atMost(PATIENCE)
                        .until(() -> other.fired() >= 2 && !sink.check().up());
            }
            startAgain();

            shouldShow(sink, "200");
        }
    }

    @Test
    void shouldNotGoBackWhenAnOlderBatchComesLater() throws Exception {
        revise(1, 3);
        try (var sink = sink(redis.counters())) {
            sink.start();
            await().atMost(PATIENCE)
                    .until(() -> "30".equals(counter(TYPES - 1)) && counter(0).equals("30"));
            revise(2, 2);
            await().atMost(PATIENCE)
                    .until(() -> sink.check().details().get("lag").equals(0L));
        }

        assertThat(counter(0)).isEqualTo("30");
        try (var connection = client.connect()) {
            assertThat(connection.sync().ttl(RealtimeKeys.events(cells.tenant, "TYPE_0", TODAY)))
                    .isBetween(
                            Duration.ofDays(29).toSeconds(), Duration.ofDays(30).toSeconds());
        }
    }

    @Test
    void shouldShowWhatAUserDidByDay() {
        try (var profiles = new Load<>(Topics.USER_AGGREGATES);
                var sink = new TopicSink(
                        "users",
                        profiles.topic,
                        profiles::consumer,
                        redis.users(),
                        SETTINGS,
                        new SimpleMeterRegistry())) {
            sink.start();
            profiles.send("ada", profile("ada", true, Map.of(TODAY, 3L, TODAY.minusDays(1), 2L), 1));
            profiles.send("ada", profile("ada", true, Map.of(TODAY, 4L, TODAY.minusDays(1), 2L), 2));
            profiles.send("anon", profile("anon", false, Map.of(TODAY, 9L), 1));
            profiles.flush();

            await().atMost(PATIENCE).until(() -> "4".equals(get(RealtimeKeys.userEvents("acme", "ada", TODAY))));
            assertThat(get(RealtimeKeys.userEvents("acme", "ada", TODAY.minusDays(1))))
                    .isEqualTo("2");
            await().atMost(PATIENCE)
                    .until(() -> sink.check().details().get("lag").equals(0L));
            assertThat(get(RealtimeKeys.userEvents("acme", "anon", TODAY))).isNull();
        }
    }

    private void shouldShow(TopicSink sink, String value) {
        await().atMost(PATIENCE)
                .until(() ->
                        sink.check().up() && sink.check().details().get("lag").equals(0L));
        for (int type = 0; type < TYPES; type++) {
            assertThat(counter(type)).as("TYPE_" + type).isEqualTo(value);
        }
    }

    private void startAgain() {
        stack = DevStack.start(DevStackConfig.in(folder).with(Part.REDIS).port(Part.REDIS, address.getPort()));
    }

    private TopicSink sink(BatchWriter writer) {
        return new TopicSink("counters", cells.topic, cells::consumer, writer, SETTINGS, new SimpleMeterRegistry());
    }

    private void revise(int from, int to) {
        for (int revision = from; revision <= to; revision++) {
            for (int type = 0; type < TYPES; type++) {
                cells.send("type-" + type, Load.cell(cells.tenant, "TYPE_" + type, revision));
            }
        }
        cells.flush();
    }

    private String counter(int type) {
        return get(RealtimeKeys.events(cells.tenant, "TYPE_" + type, TODAY));
    }

    private String get(String key) {
        try (var connection = client.connect()) {
            return connection.sync().get(key);
        }
    }

    private static UserProfile profile(String actor, boolean identified, Map<LocalDate, Long> byDay, long revision) {
        return new UserProfile(
                "acme",
                actor,
                identified,
                Load.TODAY,
                Load.TODAY,
                1,
                Map.of(),
                0,
                BigDecimal.ZERO,
                1,
                0,
                0,
                Map.of(),
                byDay,
                revision);
    }
}
