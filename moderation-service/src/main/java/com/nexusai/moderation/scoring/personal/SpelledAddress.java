package com.nexusai.moderation.scoring.personal;

import com.nexusai.moderation.scoring.text.Words;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.Optional;
import java.util.Set;

/** An e-mail address in words: {@code bob at example dot com}. */
final class SpelledAddress {
    private static final Set<String> AT = Set.of("at", "arroba", "arobase", "chiocciola", "klammeraffe", "اد");
    private static final Set<String> DOT = Set.of("dot", "punto", "point", "punkt", "ponto", "دوت");
    private static final Set<String> ENDS = Set.of(
            "com", "org", "net", "info", "io", "me", "de", "fr", "es", "it", "pt", "br", "uk", "ch", "at", "eu", "edu");

    private SpelledAddress() {}

    /** From the word before the at to the one after the dot. */
    static Optional<Span> in(Words words) {
        var before = new String[] {"", "", "", ""};
        var begin = new int[] {0, 0, 0, 0};
        int from = 1;
        for (int at = 1; at < words.length(); at++) {
            if (words.charAt(at) != ' ') {
                continue;
            }
            var word = words.text(from, at);
            if (ENDS.contains(word) && DOT.contains(before[3]) && AT.contains(before[1]) && !before[0].isEmpty()) {
                return Optional.of(words.span(begin[0], at - 1));
            }
            System.arraycopy(before, 1, before, 0, 3);
            System.arraycopy(begin, 1, begin, 0, 3);
            before[3] = word;
            begin[3] = from;
            from = at + 1;
        }
        return Optional.empty();
    }
}
