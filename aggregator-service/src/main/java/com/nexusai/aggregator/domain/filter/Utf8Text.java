package com.nexusai.aggregator.domain.filter;

/** What can be said of text without decoding it. */
final class Utf8Text {
    private Utf8Text() {}

    /** Where the text ends when it is cut to so many characters (code points). */
    static int cut(byte[] utf8, int from, int to, int characters) {
        if (to - from <= characters) {
            return to;
        }
        int seen = 0;
        for (int at = from; at < to; at++) {
            if ((utf8[at] & 0xc0) != 0x80 && ++seen > characters) {
                return at;
            }
        }
        return to;
    }

    /** Whether a JSON number is a whole one in the one way to write it. */
    static boolean isWholeNumber(byte[] text, int from, int to) {
        int first = from < to && text[from] == '-' ? from + 1 : from;
        if (first < to && text[first] == '0') {
            return first == from && to == from + 1;
        }
        for (int at = first; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return first < to;
    }
}
