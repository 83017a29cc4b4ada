package com.nexusai.ingest.privacy;

/**
 * Finds what is written like a phone number: {@code +49 30 123456}, {@code (555) 123-4567}, {@code 030/1234567}. A bare
 * row of digits is none, being an order number or a time more often. One pass over the text.
 */
final class PhoneMask {
    static final String MASK = "[phone]";
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private PhoneMask() {}

    /** The same text object where nothing was found. */
    static String mask(String text) {
        StringBuilder out = null;
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            if (!mayStart(text, at)) {
                at++;
                continue;
            }
            int end = endOfRun(text, at);
            if (isPhone(text, at, end)) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, done, at).append(MASK);
                done = end;
            }
            at = end;
        }
        return out == null ? text : out.append(text, done, text.length()).toString();
    }

    private static boolean mayStart(String text, int at) {
        char c = text.charAt(at);
        return (c == '+' || c == '(' || isDigit(c)) && (at == 0 || !isWord(text.charAt(at - 1)));
    }

    /** Digits, with at most two separators between any two of them. */
    private static int endOfRun(String text, int from) {
        int end = from + 1;
        for (int i = from + 1; i < text.length() && i - end <= 2; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                end = i + 1;
            } else if (" -./()".indexOf(c) < 0) {
                break;
            }
        }
        return end;
    }

    private static boolean isPhone(String text, int from, int to) {
        if (to < text.length() && isWord(text.charAt(to))) {
            return false;
        }
        int digits = 0;
        int dots = 0;
        int groups = 0;
        int group = 0;
        int longest = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
                group++;
                groups += group == 1 ? 1 : 0;
                longest = Math.max(longest, group);
            } else {
                group = 0;
                dots += c == '.' ? 1 : 0;
            }
        }
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            return false;
        }
        char first = text.charAt(from);
        return first == '+'
                || first == '('
                || text.startsWith("00", from)
                || (first == '0' && digits >= 9 && dots == 0)
                || (groups == 3 && digits == 10 && longest == 4);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '+' || c == ':';
    }
}
