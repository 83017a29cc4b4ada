package com.nexusai.query.peer;

import java.nio.charset.StandardCharsets;

/**
 * Servers take more in a request line than {@link java.net.URI} does. What a URI may not hold is percent-encoded here
 * and the rest left alone, so that both mean the same.
 */
final class LegalUri {
    private static final String MARKS = "-._~:/?@!$&'()*+,;=";

    private LegalUri() {}

    static String encode(String pathAndQuery) {
        var legal = new StringBuilder(pathAndQuery.length());
        for (int at = 0; at < pathAndQuery.length(); ) {
            int character = pathAndQuery.codePointAt(at);
            if (isLegal(character) || isEscape(pathAndQuery, at)) {
                legal.appendCodePoint(character);
            } else {
                escape(Character.toString(character), legal);
            }
            at += Character.charCount(character);
        }
        return legal.toString();
    }

    private static boolean isLegal(int character) {
        return character < 0x80 && (isLetterOrDigit(character) || MARKS.indexOf(character) >= 0);
    }

    private static boolean isLetterOrDigit(int ascii) {
        return (ascii >= 'a' && ascii <= 'z') || (ascii >= 'A' && ascii <= 'Z') || (ascii >= '0' && ascii <= '9');
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && isHex(text.charAt(at + 1))
                && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char digit) {
        return digit < 0x80 && Character.digit(digit, 16) >= 0;
    }

    private static void escape(String character, StringBuilder to) {
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            to.append('%').append(String.format("%02X", octet));
        }
    }
}
