package com.nexusai.devstack.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What somebody does next in a session, and the details that go with it. */
final class Script {
    /** A step: its type, its properties and the content that came with it, if any. */
    record Step(String type, Map<String, Object> properties, Map<String, Object> content) {}

    private static final List<String> MODELS = List.of("nova-small", "nova-large", "nova-voice");
    private static final List<String> FEATURES =
            List.of("voice_call", "image_generation", "memory_book", "group_chat", "scene_editor");
    private static final List<String> PLANS = List.of("basic", "plus", "premium");
    private static final List<String> PRICES = List.of("4.99", "9.99", "19.99");
    private static final List<String> REASONS = List.of("card_declined", "insufficient_funds", "expired_card");

    private final RandomGenerator random;
    private final Phrases phrases;

    Script(RandomGenerator random) {
        this.random = random;
        this.phrases = new Phrases(random);
    }

    Step login() {
        return step("USER_LOGIN", "method", pick(List.of("password", "google", "apple")));
    }

    Step conversation() {
        return step("CONVERSATION_STARTED", "companionId", companion());
    }

    Step logout(int steps) {
        return step("USER_LOGOUT", "steps", steps);
    }

    Step next() {
        int dice = random.nextInt(1000);
        if (dice < 400) {
            return message();
        } else if (dice < 760) {
            return answer();
        } else if (dice < 840) {
            return conversation();
        } else if (dice < 920) {
            return step("FEATURE_USED", "feature", pick(FEATURES));
        } else if (dice < 950) {
            return step(
                    "MEDIA_UPLOADED",
                    "kind",
                    pick(List.of("image", "audio")),
                    "bytes",
                    random.nextInt(20_000, 4_000_000));
        } else if (dice < 970) {
            return companionCreated();
        } else if (dice < 976) {
            return step("COMPANION_DELETED", "companionId", companion());
        }
        return aboutMoney(dice);
    }

    private Step aboutMoney(int dice) {
        int plan = random.nextInt(PLANS.size());
        if (dice < 984) {
            return step("SUBSCRIPTION_CREATED", "plan", PLANS.get(plan), "trial", random.nextBoolean());
        } else if (dice < 987) {
            return step("SUBSCRIPTION_CANCELLED", "plan", PLANS.get(plan), "reason", pick(List.of("price", "unused")));
        } else if (dice < 997) {
            return step("PAYMENT_COMPLETED", "amount", Double.valueOf(PRICES.get(plan)), "currency", currency());
        }
        return step(
                "PAYMENT_FAILED",
                "amount",
                Double.valueOf(PRICES.get(plan)),
                "currency",
                currency(),
                "reason",
                pick(REASONS));
    }

    private Step message() {
        String text = phrases.said();
        return new Step(
                "MESSAGE_SENT",
                properties("companionId", companion(), "length", text.length()),
                content("message", text));
    }

    private Step answer() {
        return step(
                "MESSAGE_RECEIVED",
                "companionId",
                companion(),
                "model",
                pick(MODELS),
                "tokens",
                random.nextInt(20, 600),
                "latencyMs",
                (int) Math.round(250 * Math.exp(Math.abs(random.nextGaussian()) * 0.8)));
    }

    private Step companionCreated() {
        return new Step(
                "COMPANION_CREATED",
                properties("companionId", companion(), "model", pick(MODELS)),
                content("companion", phrases.described()));
    }

    private Map<String, Object> content(String kind, String text) {
        return properties("contentId", "c-" + Long.toHexString(random.nextLong()), "kind", kind, "text", text);
    }

    private String companion() {
        return "companion-" + random.nextInt(1, 60);
    }

    private String currency() {
        return pick(List.of("USD", "USD", "EUR", "GBP"));
    }

    private static Step step(String type, Object... properties) {
        return new Step(type, properties(properties), Map.of());
    }

    private static Map<String, Object> properties(Object... pairs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
