package com.nexusai.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.schema.event.EventType;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Events as an app sends them, about 400 bytes each; the same ones in every run. */
public final class LifelikeEvents {
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private LifelikeEvents() {}

    public static byte[][] make(int count) {
        var random = new Random(4711);
        var events = new byte[count][];
        for (int i = 0; i < count; i++) {
            events[i] = event(random).getBytes(UTF_8);
        }
        return events;
    }

    private static String event(Random random) {
        var types = EventType.values();
        return """
                {"eventId":"%s","type":"%s","userId":"u-%d","sessionId":"s-%d","timestamp":"%s",\
                "properties":{"screen":"chat","companion":"c-%d","length":%d,"durationMs":%d,"premium":%b,"tags":["a","b%d"]},\
                "context":{"locale":"de-DE","userAgent":"App/7.%d (iPhone; iOS 19.%d)","page":{"path":"/chat/%d"},"device":{"os":"iOS"}}}""".formatted(
                        new UUID(random.nextLong(), random.nextLong()),
                        types[random.nextInt(types.length)],
                        random.nextInt(100_000),
                        random.nextInt(1_000_000),
                        START.plusMillis(random.nextInt(3_600_000)),
                        random.nextInt(500),
                        random.nextInt(400),
                        random.nextInt(60_000),
                        random.nextBoolean(),
                        random.nextInt(10),
                        random.nextInt(40),
                        random.nextInt(4),
                        random.nextInt(10_000));
    }
}
