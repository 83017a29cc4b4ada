package com.nexusai.ingest.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/**
 * A regular expression in time that grows with the text alone, whatever the expression: RE2 knows no backtracking. Its
 * price is that look-around and back references do not exist.
 */
final class LinearPattern implements RegularExpression {
    static final int MAX_STATES = 500;

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws UnusableSchema if it is no such expression, or a very large one */
    static LinearPattern of(String text) {
        if (PatternSize.of(text) > MAX_STATES) {
            throw new UnusableSchema("the pattern '" + text + "' has more than " + MAX_STATES
                    + " states; counted repetitions such as {100} count as many times");
        }
        try {
            return new LinearPattern(Pattern.compile(text));
        } catch (PatternSyntaxException notLinear) {
            throw new UnusableSchema("the pattern '" + text + "' is not one of RE2, which has neither look-around nor"
                    + " back references: " + notLinear.getDescription());
        }
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(value).find();
    }
}
