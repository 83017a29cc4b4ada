package com.nexusai.systemtests.metrics.traffic;

import com.nexusai.schema.serde.Json;
import java.util.ArrayList;
import java.util.List;

/** What people do, about as often as they do it, and with properties as good and bad producers write them. */
final class Deeds {
    /** A type as often as it is likely. */
    private static final List<String> TYPES = new ArrayList<>();

    private static final List<String> OWN_TYPES =
            List.of("page/viewed", "100% done", "päge 😀", "total", "%total", "(none)", "Level Up", "x".repeat(200));

    private static final List<String> FEATURES = List.of("voice", "image-gen", "memory", "group chat", "voice/beta");
    private static final List<String> PLANS = List.of("free", "pro", "team", "pro/annual");
    private static final List<String> KINDS = List.of("image", "audio", "video");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "USD", "JPY");

    /** JSON that is no name, or a hard one. */
    private static final List<String> HARD_VALUES = List.of(
            "\"*\"",
            "\"\"",
            "\" \"",
            "\"(none)\"",
            "\"100%\"",
            "\"%2F\"",
            "\"a\\\"b\\\\c\"",
            "\"\\u00fc 😀\"",
            "\"" + "long ".repeat(100) + "\"",
            "7",
            "true",
            "null",
            "{}",
            "[\"pro\"]");

    private static final String INNER =
            "\"cart\":{\"amount\":7,\"tokens\":7,\"currency\":\"XXX\",\"plan\":\"inner\",\"feature\":\"inner\",\"kind\":\"inner\"}";

    static {
        likely(24, "MESSAGE_SENT");
        likely(22, "MESSAGE_RECEIVED");
        likely(14, "FEATURE_USED");
        likely(8, "CONVERSATION_STARTED");
        likely(7, "PAYMENT_COMPLETED");
        likely(6, "MEDIA_UPLOADED");
        likely(6, "USER_LOGIN");
        likely(3, "SUBSCRIPTION_CREATED");
        likely(3, "USER_LOGOUT");
        likely(2, "PAYMENT_FAILED");
        likely(1, "SUBSCRIPTION_CANCELLED");
        likely(1, "COMPANION_CREATED");
        likely(1, "COMPANION_DELETED");
        likely(3, "own");
    }

    private final Dice dice;

    Deeds(Dice dice) {
        this.dice = dice;
    }

    private static void likely(int times, String type) {
        for (int i = 0; i < times; i++) {
            TYPES.add(type);
        }
    }

    Deed first() {
        return dice.chance(60) ? new Deed("USER_LOGIN", "{}") : next();
    }

    Deed next() {
        var type = dice.pick(TYPES);
        return switch (type) {
            case "MESSAGE_SENT", "MESSAGE_RECEIVED" -> deed(type, "tokens", Numbers.tokens(dice));
            case "FEATURE_USED" -> deed(type, "feature", name(FEATURES));
            case "MEDIA_UPLOADED" -> deed(type, "kind", name(KINDS));
            case "SUBSCRIPTION_CREATED", "SUBSCRIPTION_CANCELLED" -> deed(type, "plan", name(PLANS));
            case "PAYMENT_COMPLETED" -> deed(type, "currency", name(CURRENCIES), "amount", Numbers.amount(dice));
            // the same fields where they must not count
            case "PAYMENT_FAILED" -> deed(type, "currency", "\"EUR\"", "amount", "9.99");
            case "USER_LOGOUT" -> deed(type, "tokens", "1000", "amount", "1000");
            case "own" -> deed(dice.pick(OWN_TYPES), "tokens", "1000", "plan", "\"pro\"");
            default -> new Deed(type, "{}");
        };
    }

    private String name(List<String> usual) {
        return dice.chance(3) ? dice.pick(HARD_VALUES) : Json.MAPPER.writeValueAsString(dice.pick(usual));
    }

    /** Fields in any order, some left out, some beside an object that holds fields of the same names. */
    private Deed deed(String type, String... fields) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            if (!dice.chance(2)) {
                var colon = dice.chance(5) ? "\" : " : "\":";
                parts.add(dice.below(parts.size() + 1), "\"" + fields[i] + colon + fields[i + 1]);
            }
        }
        if (dice.chance(30)) {
            parts.add(dice.below(parts.size() + 1), "\"length\":" + dice.below(1000));
        }
        if (dice.chance(3)) {
            parts.add(dice.below(parts.size() + 1), INNER);
        }
        return new Deed(type, "{" + String.join(dice.chance(5) ? " , " : ",", parts) + "}");
    }
}
