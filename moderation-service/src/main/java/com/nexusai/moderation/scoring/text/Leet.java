package com.nexusai.moderation.scoring.text;

/** Digits and signs that stand for letters inside a word: {@code k1ll}, {@code @ss}. */
final class Leet {
    private static final String SIGNS = "01234567" + "89@$!|€";
    private static final String LETTERS = "oizeasgt" + "bgasiie";
    private static final String BEYOND_DIGITS = "@$!|€";

    private Leet() {}

    static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || BEYOND_DIGITS.indexOf(c) >= 0;
    }

    /** The letter that a sign stands for; any other character is its own. */
    static char letter(char c) {
        int sign = SIGNS.indexOf(c);
        return sign < 0 ? c : LETTERS.charAt(sign);
    }
}
