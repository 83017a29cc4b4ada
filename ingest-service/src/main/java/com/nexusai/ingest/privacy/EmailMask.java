package com.nexusai.ingest.privacy;

/**
 * Finds e-mail addresses from their {@code @} outwards, so each character is looked at a few times at most, whatever
 * the text.
 */
final class EmailMask {
    static final String MASK = "[email]";
    private static final int LONGEST_QUOTED = 66;
    private static final int LONGEST_LITERAL = 50;
    private static final String IN_LOCAL_PART = "!#$%&'*+-/=?^_`{|}~.";

    private EmailMask() {}

    /** The same text object where nothing was found. */
    static String mask(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int from = startOfLocalPart(text, at, done);
            int to = endOfDomain(text, at + 1);
            if (from < at && to > at + 1) {
                out.append(text, done, from).append(MASK);
                done = to;
            }
            at = text.indexOf('@', Math.max(to, at + 1));
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private static int startOfLocalPart(String text, int at, int done) {
        if (at > done && text.charAt(at - 1) == '"') {
            for (int open = at - 2; open >= done && at - open <= LONGEST_QUOTED; open--) {
                if (text.charAt(open) == '"') {
                    return open;
                }
            }
        }
        int from = at;
        while (from > done && isLocal(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Behind the last label of a host with at least one dot; the start itself where there is none. */
    private static int endOfDomain(String text, int from) {
        if (from < text.length() && text.charAt(from) == '[') {
            return endOfLiteral(text, from);
        }
        int end = from;
        while (end < text.length() && isHost(text.charAt(end))) {
            end++;
        }
        while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int dot = end - 1;
        while (dot > from && text.charAt(dot) != '.') {
            dot--;
        }
        return dot > from ? end : from;
    }

    /** An address in brackets has a dot or a colon, and a mask has none. */
    private static int endOfLiteral(String text, int from) {
        int close = text.indexOf(']', from);
        if (close < 0 || close - from > LONGEST_LITERAL) {
            return from;
        }
        var literal = text.substring(from, close);
        return literal.indexOf('.') >= 0 || literal.indexOf(':') >= 0 ? close + 1 : from;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || IN_LOCAL_PART.indexOf(c) >= 0;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '.' || c == '-' || c == '_';
    }
}
