package com.nexusai.ingest.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many states a regular expression has once its counted repetitions are written out; known before it is compiled. */
final class PatternSize {
    private static final long HUGE = Integer.MAX_VALUE;

    private final String text;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long sum;
    private long last;

    private PatternSize(String text) {
        this.text = text;
    }

    static long of(String text) {
        return new PatternSize(text).count();
    }

    private long count() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                case '[' -> skipClass();
                case '\\' -> atom(2);
                default -> atom(1);
            }
        }
        while (!outer.isEmpty()) {
            close();
        }
        return sum;
    }

    private void atom(int length) {
        last = 1;
        sum = Math.min(HUGE, sum + 1);
        at += length;
    }

    private void open() {
        outer.push(sum);
        sum = 1;
        last = 0;
        at++;
    }

    private void close() {
        last = sum;
        sum = Math.min(HUGE, sum + (outer.isEmpty() ? 0 : outer.pop()));
        at++;
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}}; anything else in braces stands for itself. */
    private void repeat() {
        int end = text.indexOf('}', at);
        long most = 0;
        long number = 0;
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ',') {
                number = 0;
            } else if (c >= '0' && c <= '9') {
                number = Math.min(HUGE, number * 10 + c - '0');
            } else {
                atom(1);
                return;
            }
            most = Math.max(most, number);
        }
        if (end < 0 || end == at + 1) {
            atom(1);
            return;
        }
        long more = Math.min(HUGE, last * Math.max(0, most - 1));
        sum = Math.min(HUGE, sum + more);
        last = Math.min(HUGE, last + more);
        at = end + 1;
    }

    private void skipClass() {
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '^') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == ']') {
            end++;
        }
        while (end < text.length() && text.charAt(end) != ']') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        atom(end + 1 - at);
    }
}
