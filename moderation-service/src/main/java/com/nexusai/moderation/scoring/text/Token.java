package com.nexusai.moderation.scoring.text;

/**
 * What stands between two gaps of a folded text.
 *
 * @param letters how many of its characters are letters
 */
record Token(FoldedText folded, int from, int to, int letters) {
    /** The first one from a position on, without exclamation marks around it; empty at the end of the text. */
    static Token next(FoldedText folded, int start) {
        int from = start;
        while (from < folded.length() && (!Leet.inWord(folded.charAt(from)) || folded.charAt(from) == '!')) {
            from++;
        }
        int to = from;
        int letters = 0;
        while (to < folded.length() && Leet.inWord(folded.charAt(to))) {
            letters += Character.isLetter(folded.charAt(to)) ? 1 : 0;
            to++;
        }
        while (to > from && folded.charAt(to - 1) == '!') {
            to--;
        }
        return new Token(folded, from, to, letters);
    }

    int length() {
        return to - from;
    }

    /** A few Latin letters that are no word by themselves, so perhaps a piece of one. */
    boolean fragment() {
        return fewLetters() && !ShortWords.isWord(folded, from, to);
    }

    /** A short word that is one; a single letter may be anything. */
    boolean shortWord() {
        return letters > 1 && fewLetters() && ShortWords.isWord(folded, from, to);
    }

    private boolean fewLetters() {
        if (letters != length() || letters == 0 || letters > ShortWords.LONGEST) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (folded.charAt(at) < 'a' || folded.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }
}
