package com.nexusai.moderation.scoring;

import com.nexusai.schema.moderation.Reason.Span;
import java.util.List;

/**
 * The words of a text, each with one space before and behind it: {@code " you are an idiot "}. So a phrase with its own
 * two spaces is found as whole words only, and a place name with an ugly word inside stays innocent.
 */
final class Words {
    private final StringBuilder text;
    private final int[] from;
    private final int[] to;

    private Words(int capacity) {
        text = new StringBuilder(capacity);
        from = new int[capacity];
        to = new int[capacity];
    }

    /**
     * The ways to read it. Letters repeated three times and more may stand for two ({@code killlll}) or for one
     * ({@code idiooot}); a text without such letters is read once.
     */
    static List<Words> readings(FoldedText folded) {
        var twice = read(folded, 2);
        var once = read(folded, 1);
        return twice.text.compareTo(once.text) == 0 ? List.of(twice) : List.of(twice, once);
    }

    /** A phrase as it looks among the words of a text. */
    static String phrase(String phrase) {
        return read(FoldedText.of(phrase), 2).text.toString();
    }

    CharSequence text() {
        return text;
    }

    /** The part of the original between two positions, the second inclusive. */
    Span span(int first, int last) {
        return new Span(from[first], to[last]);
    }

    private static Words read(FoldedText folded, int longestRun) {
        var words = new Words(folded.length() + 2);
        words.append(' ', 0, 0);
        for (int at = 0; at < folded.length(); ) {
            int next = endOfRun(folded, at);
            int kept = next - at > 2 ? longestRun : next - at;
            char c = folded.charAt(at);
            if (!Character.isLetterOrDigit(c)) {
                words.space(folded.from(at), folded.to(next - 1));
            } else {
                for (int i = 0; i < kept; i++) {
                    // the last one kept stands for all that were left out
                    words.append(c, folded.from(at + i), folded.to(i == kept - 1 ? next - 1 : at + i));
                }
            }
            at = next;
        }
        int end = folded.length() == 0 ? 0 : folded.to(folded.length() - 1);
        words.space(end, end);
        return words;
    }

    private static int endOfRun(FoldedText folded, int at) {
        int end = at + 1;
        while (end < folded.length() && folded.charAt(end) == folded.charAt(at)) {
            end++;
        }
        return end;
    }

    private void space(int begin, int end) {
        if (text.charAt(text.length() - 1) != ' ') {
            append(' ', begin, end);
        }
    }

    private void append(char c, int begin, int end) {
        from[text.length()] = begin;
        to[text.length()] = end;
        text.append(c);
    }
}
