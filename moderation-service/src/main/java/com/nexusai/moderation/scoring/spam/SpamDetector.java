package com.nexusai.moderation.scoring.spam;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.domain.SignalWeights;
import com.nexusai.moderation.scoring.text.Detector;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.schema.moderation.Reason;
import java.util.function.Consumer;

/** Many links or mentions, all capitals, the same again and again. */
public final class SpamDetector implements Detector {
    private static final int MANY_LINKS = 3;
    private static final int MANY_MENTIONS = 8;
    private static final int LETTERS_TO_SHOUT = 20;
    private static final double SHARE_OF_CAPITALS = 0.7;
    private static final int LONGEST_RUN = 15;

    private final SignalWeights weights;

    public SpamDetector(SignalWeights weights) {
        this.weights = weights;
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        links(reading.original(), found);
        if (shouts(reading.original())) {
            found.accept(reason("shouting", weights.shouting(), "Most of it is in capital letters."));
        }
        if (Repetition.in(reading.words()) || longRun(reading.original())) {
            found.accept(reason("repetition", weights.repetition(), "It says the same again and again."));
        }
    }

    private void links(String text, Consumer<Reason> found) {
        int links = Links.count(text);
        if (links >= MANY_LINKS) {
            found.accept(reason("links", weights.manyLinks(), "There are " + links + " links."));
        } else if (Links.invites(text)) {
            found.accept(reason("invitation", weights.shouting(), "It invites to a group or hides where a link goes."));
        }
        int mentions = Links.mentions(text);
        if (mentions >= MANY_MENTIONS) {
            found.accept(reason("mentions", weights.repetition(), "It calls " + mentions + " people or topics."));
        }
    }

    private static Reason reason(String rule, double weight, String explanation) {
        return new Reason("spam/" + rule, Category.SPAM.label(), weight, explanation, null);
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

    private static boolean longRun(String text) {
        int run = 1;
        for (int at = 1; at < text.length(); at++) {
            boolean same = text.charAt(at) == text.charAt(at - 1) && Character.isLetter(text.charAt(at));
            run = same ? run + 1 : 1;
            if (run >= LONGEST_RUN) {
                return true;
            }
        }
        return false;
    }
}
