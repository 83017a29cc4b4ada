package com.nexusai.systemtests.endtoend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What producers really send: mostly good events, some twice, some garbage, some under a wrong key. Knows what the
 * answers must be.
 */
final class EventMix {
    private static final List<String> TYPES =
            List.of("USER_LOGIN", "MESSAGE_SENT", "MESSAGE_RECEIVED", "PAYMENT_COMPLETED", "FEATURE_USED");
    static final int USERS = 500;

    private static final List<String> GARBAGE = List.of(
            "{\"eventId\":\"bad\",\"userId\":\"u-1\"}",
            "{\"type\":\"T\",\"timestamp\":\"yesterday\"}",
            "{\"type\":\"T\",\"tenantId\":\"a/b\",\"userId\":true}",
            "{\"type\":\"T\",\"properties\":[]}");

    /** @param key the Kafka key under which it is sent; null for none */
    record Item(String json, String key, boolean good) {}

    private final Random random;
    private final Instant now;
    private final Map<String, Long> byType = new HashMap<>();
    private final Map<String, Long> byDate = new HashMap<>();
    private long good;
    private int ids;

    EventMix(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    List<Item> next(int count) {
        var items = new ArrayList<Item>(count);
        while (items.size() < count) {
            int dice = random.nextInt(100);
            if (dice < 10 && !items.isEmpty()) {
                items.add(items.get(random.nextInt(items.size())));
            } else if (dice < 15) {
                items.add(new Item(GARBAGE.get(random.nextInt(GARBAGE.size())), "x", false));
            } else {
                items.add(event(dice < 25));
            }
        }
        return items;
    }

    private Item event(boolean misKeyed) {
        var type = TYPES.get(random.nextInt(TYPES.size()));
        var user = "u-" + random.nextInt(USERS);
        var time = now.minusSeconds(random.nextInt(7200));
        good++;
        byType.merge(type, 1L, Long::sum);
        byDate.merge(time.toString().substring(0, 10), 1L, Long::sum);
        var json = """
                {"eventId":"e-%d","type":"%s","userId":"%s","timestamp":"%s","properties":{"n":%d}}""".formatted(ids++, type, user, time, random.nextInt());
        return new Item(json, misKeyed ? "wrong-" + random.nextInt(50) : "default/" + user, true);
    }

    long good() {
        return good;
    }

    Map<String, Long> byType() {
        return byType;
    }

    Map<String, Long> byDate() {
        return byDate;
    }
}
