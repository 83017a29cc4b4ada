package com.nexusai.query.promql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.function.Predicate;

/**
 * A condition on one label. A label that is not there is the empty text.
 *
 * @param exactly whether it is {@code =}, so that the value may be looked up
 */
public record LabelMatcher(String label, String value, boolean exactly, Predicate<String> test) {
    private static final int LONGEST_PATTERN = 1_000;

    static final List<String> SIGNS = List.of("=", "!=", "=~", "!~");

    static LabelMatcher of(String label, String sign, String value) {
        return new LabelMatcher(
                label,
                value,
                sign.equals("="),
                switch (sign) {
                    case "=" -> value::equals;
                    case "!=" -> Predicate.not(value::equals);
                    case "=~" -> pattern(value);
                    default -> Predicate.not(pattern(value));
                });
    }

    public boolean passes(Labels labels) {
        return test.test(labels.get(label));
    }

    /** As long as its text at most, whatever the text: callers write these. The whole value has to match. */
    private static Predicate<String> pattern(String value) {
        if (value.length() > LONGEST_PATTERN) {
            throw new BadQuery("a pattern may have " + LONGEST_PATTERN + " characters");
        }
        try {
            var pattern = Pattern.compile(value, Pattern.DOTALL);
            return text -> pattern.matcher(text).matches();
        } catch (PatternSyntaxException malformed) {
            throw new BadQuery("'" + value + "' is no pattern of RE2: " + malformed.getDescription());
        }
    }
}
