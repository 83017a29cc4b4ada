package com.nexusai.moderation.scoring.text;

/** Letters drawn as pictures, for which Unicode knows no plain form: those of flags, and white ones on black. */
final class PictureLetters {
    private static final int LETTERS = 26;
    private static final int[] ALPHABETS = {
        0x1F1E6, // flags
        0x1F150, // white in a black circle
        0x1F170 // white in a black square
    };

    private PictureLetters() {}

    static int plain(int codePoint) {
        for (int first : ALPHABETS) {
            if (codePoint >= first && codePoint < first + LETTERS) {
                return 'a' + codePoint - first;
            }
        }
        return codePoint;
    }
}
