package com.nexusai.moderation.scoring.text;

/** Letters that writers of Arabic use for each other; the marks upon them are gone when they come here. */
final class ArabicLetters {
    /** Tatweel, which only lengthens a word. */
    static final int STRETCH = 0x0640;

    private ArabicLetters() {}

    static int plain(int letter) {
        return switch (letter) {
            case 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة', 'ہ' -> 'ه';
            case 'ک', 'گ' -> 'ك';
            default -> letter;
        };
    }
}
