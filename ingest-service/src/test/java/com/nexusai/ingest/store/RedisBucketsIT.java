package com.nexusai.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexusai.devstack.DevStack;
import com.nexusai.ingest.limit.Level;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.kit.config.RedisConfig;
import java.net.URI;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisBucketsIT {
    /** So slow that nothing comes back during the test. */
    private static final Quota QUOTA = new Quota("requests", 1, 20);

    private final String key = "k-" + UUID.randomUUID();

    @Test
    void shouldGrantToTwoInstancesTogetherWhatOneMayHave() {
        var config = new RedisConfig(URI.create(DevStack.shared().redisUrl()));
        try (var one = new RedisBuckets(config);
                var two = new RedisBuckets(config)) {
            awaitConnected(one, two);
            var granted = IntStream.range(0, 60)
                    .mapToObj(i -> (i % 2 == 0 ? one : two).draw(key, QUOTA, 1))
                    .filter(Level::granted)
                    .count();

            assertThat(granted).isBetween(20L, 25L);
            var refused = one.draw(key, QUOTA, 15);
            assertThat(refused.granted()).isFalse();
            assertThat(refused.delay()).isPositive();
        }
    }

    private static void awaitConnected(RedisBuckets... buckets) {
        var other = "k-" + UUID.randomUUID();
        for (var each : buckets) {
            each.start();
            await().ignoreExceptions().until(() -> each.draw(other, QUOTA, 1).granted());
        }
    }

    @Test
    void shouldFailSoonWhereThereIsNoRedis() {
        try (var nowhere = new RedisBuckets(new RedisConfig(URI.create("redis://127.0.0.1:1")))) {
            assertThatThrownBy(() -> nowhere.draw(key, QUOTA, 1)).isInstanceOf(RuntimeException.class);
        }
    }
}
