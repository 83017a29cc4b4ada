package com.nexusai.moderation.scoring;

/** Digits and signs that stand for letters inside a word: {@code k1ll}, {@code @ss}. Numbers stay numbers. */
final class Leet {
    private static final String SIGNS = "013457" + "8@$!";
    private static final String LETTERS = "oieast" + "basi";

    private Leet() {}

    /** Rewrites in place, so that every character keeps its position. */
    static void unfold(char[] text, int length) {
        for (int from = 0; from < length; ) {
            if (!inWord(text[from])) {
                from++;
                continue;
            }
            int to = from;
            boolean letters = false;
            for (; to < length && inWord(text[to]); to++) {
                letters |= Character.isLetter(text[to]);
            }
            if (letters) {
                unfold(text, from, endWithoutExclamation(text, from, to));
            }
            from = to;
        }
    }

    private static void unfold(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            int sign = SIGNS.indexOf(text[at]);
            if (sign >= 0) {
                text[at] = LETTERS.charAt(sign);
            }
        }
    }

    private static int endWithoutExclamation(char[] text, int from, int to) {
        int end = to;
        while (end > from && text[end - 1] == '!') {
            end--;
        }
        return end;
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '@' || c == '$' || c == '!';
    }
}
