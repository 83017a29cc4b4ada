package com.nexusai.moderation.scoring.text;

import java.util.Arrays;

/** A text as its readers see it, with the place in the original that each character came from. */
final class FoldedText {
    private char[] chars;
    private int[] from;
    private int[] to;
    private int length;

    private FoldedText(int expected) {
        chars = new char[expected];
        from = new int[expected];
        to = new int[expected];
    }

    static FoldedText of(String original) {
        var folded = new FoldedText(original.length() + 16);
        int end;
        for (int at = 0; at < original.length(); at = end) {
            char c = original.charAt(at);
            if (c < 0x80) {
                end = at + 1;
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c, at, end);
                continue;
            }
            int codePoint = original.codePointAt(at);
            end = at + Character.charCount(codePoint);
            folded.append(Folding.fold(codePoint), at, end);
        }
        return folded;
    }

    int length() {
        return length;
    }

    char charAt(int at) {
        return chars[at];
    }

    /** Where the character begins in the original. */
    int from(int at) {
        return from[at];
    }

    /** Where it ends there, exclusive. */
    int to(int at) {
        return to[at];
    }

    /** Where the whole ends in the original. */
    int end() {
        return length == 0 ? 0 : to[length - 1];
    }

    private void append(String piece, int begin, int end) {
        for (int i = 0; i < piece.length(); i++) {
            append(piece.charAt(i), begin, end);
        }
    }

    private void append(char c, int begin, int end) {
        if (length == chars.length) {
            grow();
        }
        chars[length] = c;
        from[length] = begin;
        to[length] = end;
        length++;
    }

    private void grow() {
        int larger = length + (length >> 1) + 16;
        chars = Arrays.copyOf(chars, larger);
        from = Arrays.copyOf(from, larger);
        to = Arrays.copyOf(to, larger);
    }
}
