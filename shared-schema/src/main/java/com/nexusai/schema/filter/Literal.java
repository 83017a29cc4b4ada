package com.nexusai.schema.filter;

import java.math.BigDecimal;

/** A value that a field is compared with. Its kind says how: as text, as a number or as true or false. */
public sealed interface Literal {
    /** As the parser reads it. */
    String text();

    record Text(String value) implements Literal {
        @Override
        public String text() {
            return FieldPath.quoted(value);
        }
    }

    /** At most 18 digits before the point and 9 after it. */
    record Decimal(BigDecimal value) implements Literal {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    record Bool(boolean value) implements Literal {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }
}
