package com.nexusai.moderation.scoring.personal;

import com.nexusai.schema.moderation.Reason.Span;
import java.util.Optional;

/** An international bank account number, by its shape and its check digits (ISO 13616, modulo 97). */
final class Iban {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;
    private static final int HEAD = 4;

    private Iban() {}

    static Optional<Span> in(String text) {
        for (int from = 0; from + SHORTEST <= text.length(); from++) {
            if (begins(text, from)) {
                int end = end(text, from);
                if (end > from) {
                    return Optional.of(new Span(from, end));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        return letter(text.charAt(at))
                && letter(text.charAt(at + 1))
                && digit(text.charAt(at + 2))
                && digit(text.charAt(at + 3))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** Where the longest valid account ends that begins here; the beginning itself if there is none. */
    private static int end(String text, int from) {
        var account = new StringBuilder();
        int end = from;
        for (int at = from; at < text.length() && account.length() < LONGEST; at++) {
            char c = text.charAt(at);
            if (letter(c) || digit(c)) {
                account.append(Character.toUpperCase(c));
                boolean whole = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
                if (whole && account.length() >= SHORTEST && valid(account)) {
                    end = at + 1;
                }
            } else if (c != ' ' && c != '-') {
                break;
            }
        }
        return end;
    }

    private static boolean valid(CharSequence account) {
        int rest = 0;
        for (int i = 0; i < account.length(); i++) {
            char c = account.charAt((i + HEAD) % account.length());
            rest = digit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    private static boolean letter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
