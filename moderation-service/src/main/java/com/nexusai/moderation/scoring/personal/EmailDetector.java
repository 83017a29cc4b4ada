package com.nexusai.moderation.scoring.personal;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.text.Detector;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.function.Consumer;

/**
 * Finds the first e-mail address, by looking left and right of each at sign; no expression that could backtrack. One
 * that is spelled out is found too.
 */
public final class EmailDetector implements Detector {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DOMAIN = 253;

    private final double weight;

    public EmailDetector(double weight) {
        this.weight = weight;
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        var text = reading.original();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = startOfName(text, at);
            int to = endOfDomain(text, at);
            if (from < at && to > at) {
                found.accept(reason("There is an e-mail address in it.", new Span(from, to)));
                return;
            }
        }
        SpelledAddress.in(reading.words())
                .ifPresent(span -> found.accept(reason("There is an e-mail address in it, spelled out.", span)));
    }

    private Reason reason(String explanation, Span span) {
        return new Reason("personal-data/email", Category.PERSONAL_DATA.label(), weight, explanation, span);
    }

    private static int startOfName(String text, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_NAME && inName(text.charAt(from - 1))) {
            from--;
        }
        while (from < at && text.charAt(from) == '.') {
            from++;
        }
        return from;
    }

    /** The end of the longest domain that ends in a dot and at least two letters; {@code at} if there is none. */
    private static int endOfDomain(String text, int at) {
        int end = at;
        int letters = 0;
        boolean dotted = false;
        for (int i = at + 1; i < text.length() && i - at <= LONGEST_DOMAIN; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                end = dotted && letters >= 2 ? i + 1 : end;
            } else if (c == '.' && text.charAt(i - 1) != '.' && i > at + 1) {
                dotted = true;
                letters = 0;
            } else if (Character.isDigit(c) || c == '-') {
                letters = Integer.MIN_VALUE;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }
}
