package com.nexusai.moderation.scoring.text;

/**
 * Reads with distrust: signs stand for letters, a letter that is repeated for one, an i for an l; and, if asked, pieces
 * of words are put together again. Innocent words become alike by it, so what is found counts only where something was
 * mended. Phrases are read in the same way before they are looked for.
 */
final class LooseReading {
    private static final String GAPS = " .-_*/,+~·•|";
    private static final int LONGEST_GAP = 2;

    private final FoldedText folded;
    private final Words words;

    private LooseReading(FoldedText folded) {
        this.folded = folded;
        this.words = new Words(folded.length() + 2);
    }

    static Words read(FoldedText folded, boolean rejoin) {
        return new LooseReading(folded).read(rejoin);
    }

    private Words read(boolean rejoin) {
        words.space(0, 0);
        var before = Token.next(folded, 0);
        append(before, false);
        while (before.length() > 0) {
            var token = Token.next(folded, before.to());
            boolean joined = rejoin && token.length() > 0 && belong(before, token);
            if (!joined && token.length() > 0) {
                words.space(folded.from(before.to()), folded.from(token.from()));
            }
            append(token, joined);
            before = token;
        }
        words.space(folded.end(), folded.end());
        return words;
    }

    private boolean belong(Token before, Token token) {
        if (token.from() - before.to() > LONGEST_GAP) {
            return false;
        }
        for (int at = before.to(); at < token.from(); at++) {
            if (GAPS.indexOf(folded.charAt(at)) < 0) {
                return false;
            }
        }
        boolean singles = before.length() == 1 && token.length() == 1 && before.letters() + token.letters() > 0;
        return singles || (before.fragment() && !token.shortWord()) || (token.fragment() && endsWord(before, token));
    }

    /** A piece goes with what follows rather than with what is whole. */
    private boolean endsWord(Token before, Token piece) {
        return !before.shortWord() && !Token.next(folded, piece.to()).fragment();
    }

    private void append(Token token, boolean joined) {
        int run = 0;
        int runs = 0;
        for (int at = token.from(); at < token.to(); at++) {
            char c = folded.charAt(at);
            // a number is a number, but 4 alone may be a word
            boolean sign = token.letters() > 0 && Leet.letter(c) != c;
            char letter = token.letters() > 0 || token.length() == 1 ? Leet.letter(c) : c;
            boolean again = at > token.from() && c == folded.charAt(at - 1);
            run = again ? run + 1 : 1;
            runs += again ? 0 : 1;
            append(letter == 'l' ? 'i' : letter, at);
            if (sign || (run > 2 && Character.isLetter(c)) || (joined && at == token.from())) {
                words.mend();
            }
        }
        if (runs > 2 && token.length() == 2 * runs) {
            words.mend();
        }
    }

    private void append(char letter, int at) {
        if (words.charAt(words.length() - 1) == letter) {
            words.stretch(folded.to(at));
        } else {
            words.append(letter, folded.from(at), folded.to(at));
        }
    }
}
