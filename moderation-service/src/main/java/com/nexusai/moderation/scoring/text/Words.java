package com.nexusai.moderation.scoring.text;

import com.nexusai.schema.moderation.Reason.Span;
import java.util.HashSet;
import java.util.Map;

/**
 * The words of a text, each with one space before and behind it: {@code " you are an idiot "}. So a phrase with its own
 * two spaces is found as whole words only, and a place name with an ugly word inside stays innocent.
 */
public final class Words {
    private final char[] text;
    private final int[] from;
    private final int[] to;
    private final boolean[] mended;
    private int length;

    Words(int capacity) {
        text = new char[capacity];
        from = new int[capacity];
        to = new int[capacity];
        mended = new boolean[capacity];
    }

    static Words literal(FoldedText folded) {
        var words = new Words(folded.length() + 2);
        words.space(0, 0);
        for (int at = 0; at < folded.length(); at++) {
            char c = folded.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                words.append(c, folded.from(at), folded.to(at));
            } else {
                words.space(folded.from(at), folded.to(at));
            }
        }
        words.space(folded.end(), folded.end());
        return words;
    }

    /** The same words, with others in the place of those that are censored. */
    public Words guessed(Map<CensoredWord, String> guesses) {
        int longer = guesses.values().stream().mapToInt(String::length).sum();
        var words = new Words(length + longer + 2 * guesses.size());
        var said = new HashSet<CensoredWord>();
        for (int at = 0; at < length; at++) {
            int place = from[at];
            var hidden = guesses.keySet().stream()
                    .filter(word ->
                            word.span().from() <= place && place < word.span().to())
                    .findFirst();
            if (hidden.isEmpty()) {
                words.copy(this, at);
            } else if (said.add(hidden.get())) {
                words.say(guesses.getOrDefault(hidden.get(), ""), hidden.get().span());
            }
        }
        words.space(to[length - 1], to[length - 1]);
        return words;
    }

    private void copy(Words other, int at) {
        if (other.text[at] == ' ') {
            space(other.from[at], other.to[at]);
        } else {
            append(other.text[at], other.from[at], other.to[at]);
        }
    }

    private void say(String word, Span span) {
        space(span.from(), span.from());
        for (int i = 0; i < word.length(); i++) {
            append(word.charAt(i), span.from(), span.to());
            mend();
        }
    }

    public int length() {
        return length;
    }

    public char charAt(int at) {
        return text[at];
    }

    public String text(int begin, int end) {
        return new String(text, begin, end - begin);
    }

    @Override
    public String toString() {
        return text(0, length);
    }

    /** The part of the original between two positions, the second inclusive. */
    public Span span(int first, int last) {
        return new Span(from[first], to[last]);
    }

    /** Whether something between two positions, the second inclusive, was written so as not to be read. */
    public boolean mended(int first, int last) {
        for (int at = first; at <= last; at++) {
            if (mended[at]) {
                return true;
            }
        }
        return false;
    }

    void space(int begin, int end) {
        if (length == 0 || text[length - 1] != ' ') {
            append(' ', begin, end);
        }
    }

    void append(char c, int begin, int end) {
        text[length] = c;
        from[length] = begin;
        to[length] = end;
        length++;
    }

    /** The last character stands for one more of the original. */
    void stretch(int end) {
        to[length - 1] = end;
    }

    void mend() {
        mended[length - 1] = true;
    }
}
