package com.nexusai.moderation.scoring.text;

/** Whether it is worth while to read a text again with distrust; most texts are not suspicious, and cost less so. */
final class Suspicion {
    private static final int STRETCHED = 3;

    private Suspicion() {}

    /** A word with signs among its letters, stretched letters, or all letters twice. */
    static boolean ofDisguise(FoldedText folded) {
        int run = 0;
        int doubles = 0;
        boolean letters = false;
        boolean signs = false;
        for (int at = 0; at < folded.length(); at++) {
            char c = folded.charAt(at);
            if (!Leet.inWord(c)) {
                letters = false;
                signs = false;
                run = 0;
                doubles = 0;
                continue;
            }
            boolean letter = Character.isLetter(c);
            run = at > 0 && c == folded.charAt(at - 1) ? run + 1 : 1;
            doubles += letter && run == 2 ? 1 : 0;
            letters |= letter;
            signs |= !letter && Leet.letter(c) != c;
            if ((letters && signs) || (letter && run >= STRETCHED) || doubles >= STRETCHED) {
                return true;
            }
        }
        return false;
    }

    /** Single letters in a row, or something that is too short to be a word. */
    static boolean ofPieces(FoldedText folded) {
        var before = Token.next(folded, 0);
        while (before.length() > 0) {
            var token = Token.next(folded, before.to());
            if (before.fragment() || (before.length() == 1 && token.length() == 1)) {
                return true;
            }
            before = token;
        }
        return false;
    }
}
