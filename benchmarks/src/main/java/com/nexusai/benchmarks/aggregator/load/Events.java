package com.nexusai.benchmarks.aggregator.load;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventType;
import com.nexusai.schema.event.RawJson;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;

/** Validated events of a chat app, about 400 bytes each as JSON, one after the other. */
public final class Events {
    private static final String[] CURRENCIES = {"EUR", "USD", "GBP"};
    private static final String[] FEATURES = {"voice", "image", "memory", "roleplay", "export", "themes", "search"};
    private static final long SESSION_MILLIS = 30 * 60_000;

    private final Town town;
    private final SplittableRandom random;
    private final Lateness lateness;

    public Events(Workload workload) {
        this.town = new Town(workload.tenants(), workload.users());
        this.random = new SplittableRandom(workload.seed());
        this.lateness = new Lateness(random);
    }

    /** The next event, which arrives at this time. */
    public Event next(Instant arrival) {
        int user = town.user(random.nextDouble());
        var happened = arrival.minusMillis(lateness.millis());
        var type = type(random.nextInt(100));
        boolean anonymous = user % 10 == 9;
        var name = (anonymous ? "anon-" : "user-") + user;
        return new Event(
                Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
                town.tenantOf(user),
                type.name(),
                anonymous ? null : name,
                anonymous ? name : null,
                user % 4 == 0 ? null : "s-" + user + "-" + happened.toEpochMilli() / SESSION_MILLIS,
                happened,
                arrival,
                RawJson.of(properties(type)),
                RawJson.of(context()),
                type == EventType.MESSAGE_SENT ? RawJson.of(CONTENT) : null,
                Map.of());
    }

    private static final String CONTENT =
            "{\"kind\":\"message\",\"text\":\"See you tomorrow then, and thank you for the story.\"}";

    private static EventType type(int percent) {
        if (percent < 35) {
            return EventType.MESSAGE_SENT;
        } else if (percent < 70) {
            return EventType.MESSAGE_RECEIVED;
        } else if (percent < 82) {
            return EventType.FEATURE_USED;
        } else if (percent < 90) {
            return EventType.USER_LOGIN;
        } else if (percent < 97) {
            return EventType.CONVERSATION_STARTED;
        }
        return EventType.PAYMENT_COMPLETED;
    }

    private String properties(EventType type) {
        return switch (type) {
            case MESSAGE_SENT, MESSAGE_RECEIVED ->
                "{\"companion\":\"c-" + random.nextInt(500) + "\",\"tokens\":" + (1 + random.nextInt(900))
                        + ",\"premium\":" + random.nextBoolean() + "}";
            case PAYMENT_COMPLETED ->
                "{\"plan\":\"plus\",\"amount\":" + random.nextInt(60) + "." + (10 + random.nextInt(90))
                        + ",\"currency\":\"" + CURRENCIES[random.nextInt(CURRENCIES.length)] + "\"}";
            case FEATURE_USED ->
                "{\"feature\":\"" + FEATURES[random.nextInt(FEATURES.length)] + "\",\"durationMs\":"
                        + random.nextInt(60_000) + "}";
            case CONVERSATION_STARTED -> "{\"companion\":\"c-" + random.nextInt(500) + "\"}";
            default -> "{\"method\":\"password\"}";
        };
    }

    private String context() {
        return "{\"locale\":\"de-DE\",\"userAgent\":\"App/7." + random.nextInt(10) + " (iPhone; iOS 19."
                + random.nextInt(4) + ")\",\"page\":{\"path\":\"/chat/" + random.nextInt(10_000) + "\"}}";
    }
}
