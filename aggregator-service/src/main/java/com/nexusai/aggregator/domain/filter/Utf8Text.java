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

    /** Whether a JSON number that we take is written as we would: no exponent and no needless zeros. */
    static boolean isShortestNumber(byte[] text, int from, int to) {
        int point = -1;
        for (int at = from; at < to; at++) {
            if (text[at] == '.') {
                point = at;
            } else if ((text[at] < '0' || text[at] > '9') && text[at] != '-') {
                return false;
            }
        }
        if (point < 0) {
            // of the whole numbers only -0 has another form
            return text[from] != '-' || text[from + 1] != '0';
        }
        return to - point <= 1 + Units.DECIMALS && text[to - 1] != '0';
    }
}
