package com.nexusai.moderation.scoring.spam;

import com.nexusai.moderation.scoring.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;

/** Whether a few words are nearly all of many. */
final class Repetition {
    private static final int ENOUGH_WORDS = 10;
    private static final int A_FEW = 3;
    private static final int BUCKETS = 64;
    private static final double NEARLY_ALL = 0.7;

    private Repetition() {}

    static boolean in(Words words) {
        return perhaps(words) && surely(words);
    }

    /** Counts hashes of words: cheap, and never fewer than there are equal words. */
    private static boolean perhaps(Words words) {
        var counts = new int[BUCKETS];
        int total = 0;
        int hash = 0;
        for (int at = 1; at < words.length(); at++) {
            char c = words.charAt(at);
            if (c == ' ') {
                counts[(hash ^ (hash >>> 8)) & (BUCKETS - 1)]++;
                total++;
                hash = 0;
            } else {
                hash = 31 * hash + c;
            }
        }
        return total >= ENOUGH_WORDS && few(Arrays.stream(counts)) > NEARLY_ALL * total;
    }

    private static boolean surely(Words words) {
        var counts = new HashMap<String, Integer>();
        int total = 0;
        int from = 1;
        for (int at = 1; at < words.length(); at++) {
            if (words.charAt(at) == ' ') {
                counts.merge(words.text(from, at), 1, Integer::sum);
                total++;
                from = at + 1;
            }
        }
        return few(counts.values().stream().mapToInt(Integer::intValue)) > NEARLY_ALL * total;
    }

    private static int few(IntStream counts) {
        var sorted = counts.sorted().toArray();
        int sum = 0;
        for (int at = Math.max(0, sorted.length - A_FEW); at < sorted.length; at++) {
            sum += sorted[at];
        }
        return sum;
    }
}
