package com.nexusai.moderation.scoring.text;

import com.nexusai.schema.moderation.Reason.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A word in which some letters are starred out: {@code f**k}.
 *
 * @param pattern its letters, with a star for each that is hidden
 */
public record CensoredWord(String pattern, Span span) {
    public static final char STAR = '*';

    /** A text can be nothing but stars; so many words are enough to judge it. */
    private static final int MOST = 20;

    private static final int LONGEST = 24;

    static List<CensoredWord> all(FoldedText folded) {
        var found = new ArrayList<CensoredWord>();
        for (int from = 0; from < folded.length() && found.size() < MOST; from++) {
            if (!inside(folded.charAt(from))) {
                continue;
            }
            int to = from;
            while (to < folded.length() && inside(folded.charAt(to))) {
                to++;
            }
            var pattern = pattern(folded, from, to);
            if (pattern.length() <= LONGEST && censored(pattern)) {
                found.add(new CensoredWord(pattern, new Span(folded.from(from), folded.to(to - 1))));
            }
            from = to;
        }
        return found;
    }

    private static boolean inside(char c) {
        return Character.isLetter(c) || c == STAR || c == '#';
    }

    private static String pattern(FoldedText folded, int from, int to) {
        var pattern = new StringBuilder();
        for (int at = from; at < to && pattern.length() <= LONGEST; at++) {
            pattern.append(folded.charAt(at) == '#' ? STAR : folded.charAt(at));
        }
        return pattern.toString();
    }

    /** It begins with a letter, and at least two are left of three or more. */
    private static boolean censored(String pattern) {
        long stars = pattern.chars().filter(c -> c == STAR).count();
        return stars > 0 && pattern.charAt(0) != STAR && pattern.length() > 2 && pattern.length() - stars >= 2;
    }

    public boolean fits(String word) {
        if (word.length() != pattern.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (pattern.charAt(at) != STAR && pattern.charAt(at) != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
