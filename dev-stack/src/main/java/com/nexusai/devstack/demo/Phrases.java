package com.nexusai.devstack.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people write. Now and then something that a moderator would want to look at; nothing worse than mild. */
final class Phrases {
    private static final List<String> OPENINGS =
            List.of("Hey, ", "So, ", "Good morning! ", "I was thinking, ", "Tell me, ", "", "", "");
    private static final List<String> ORDINARY = List.of(
            "how was your day?",
            "can you help me plan a trip to Lisbon?",
            "what should I cook tonight with lentils and spinach?",
            "I finally finished the book you recommended.",
            "do you remember the name of my cat?",
            "let us practise some French for ten minutes.",
            "write me a short poem about rain, please.",
            "my interview went well, I think!",
            "what is a good way to start running again?",
            "I could not sleep last night, tell me a calm story.");
    private static final List<String> FOR_A_MODERATOR = List.of(
            "you are such an idiot, I hate you.",
            "shut up, you stupid machine!!!",
            "CLICK HERE for FREE COINS http://free-coins.example/win",
            "buy cheap followers now, write to promo@spam.example",
            "that damn landlord, I want to punch him.",
            "my number is +1 202 555 0143, call me any time.");
    private static final List<String> COMPANIONS = List.of(
            "A patient piano teacher with a dry sense of humour.",
            "A retired sea captain who knows every harbour.",
            "A cheerful study partner for late evenings.",
            "A gardener who answers in proverbs.");

    private final RandomGenerator random;

    Phrases(RandomGenerator random) {
        this.random = random;
    }

    String said() {
        return random.nextInt(100) < 4 ? pick(FOR_A_MODERATOR) : pick(OPENINGS) + pick(ORDINARY);
    }

    String described() {
        return pick(COMPANIONS);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
