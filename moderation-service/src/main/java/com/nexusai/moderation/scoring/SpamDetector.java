package com.nexusai.moderation.scoring;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.domain.SignalWeights;
import com.nexusai.schema.moderation.Reason;
import java.util.HashMap;
import java.util.function.Consumer;

/** How advertisers write, whatever they say: many links, all capitals, the same again and again. */
final class SpamDetector implements Detector {
    static final int MANY_LINKS = 3;
    private static final int LETTERS_TO_SHOUT = 20;
    private static final double SHARE_OF_CAPITALS = 0.7;
    private static final int WORDS_TO_REPEAT = 10;
    private static final int LONGEST_RUN = 15;

    private final SignalWeights weights;

    SpamDetector(SignalWeights weights) {
        this.weights = weights;
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        int links = links(reading.original());
        if (links >= MANY_LINKS) {
            found.accept(reason("links", weights.manyLinks(), "There are " + links + " links."));
        }
        if (shouts(reading.original())) {
            found.accept(reason("shouting", weights.shouting(), "Most of it is in capital letters."));
        }
        if (repeats(reading.words().getFirst().text()) || longRun(reading.original())) {
            found.accept(reason("repetition", weights.repetition(), "It says the same again and again."));
        }
    }

    private static Reason reason(String rule, double weight, String explanation) {
        return new Reason("spam/" + rule, Category.SPAM.label(), weight, explanation, null);
    }

    private static int links(String text) {
        int links = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            links++;
        }
        for (int at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", at + 4)) {
            // with a scheme before it, it has been counted
            if (!text.startsWith("://", at - 3)) {
                links++;
            }
        }
        return links;
    }

    private static boolean shouts(String text) {
        int capitals = 0;
        int small = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Character.isUpperCase(text.charAt(at))) {
                capitals++;
            } else if (Character.isLowerCase(text.charAt(at))) {
                small++;
            }
        }
        int letters = capitals + small;
        return letters >= LETTERS_TO_SHOUT && capitals > SHARE_OF_CAPITALS * letters;
    }

    /** Whether one word makes up more than half of many. */
    private static boolean repeats(CharSequence words) {
        var counts = new HashMap<String, Integer>();
        int total = 0;
        int most = 0;
        int from = 1;
        for (int at = 1; at < words.length(); at++) {
            if (words.charAt(at) == ' ') {
                total++;
                most = Math.max(most, counts.merge(words.subSequence(from, at).toString(), 1, Integer::sum));
                from = at + 1;
            }
        }
        return total >= WORDS_TO_REPEAT && 2 * most > total;
    }

    private static boolean longRun(String text) {
        int run = 1;
        for (int at = 1; at < text.length(); at++) {
            boolean same = text.charAt(at) == text.charAt(at - 1) && Character.isLetterOrDigit(text.charAt(at));
            run = same ? run + 1 : 1;
            if (run >= LONGEST_RUN) {
                return true;
            }
        }
        return false;
    }
}
