package com.nexusai.ingest.plan;

/** A schema that no plan may have; the message says what to mend. */
public final class UnusableSchema extends RuntimeException {
    UnusableSchema(String problem) {
        super(problem, null, false, false);
    }

    public String problem() {
        return String.valueOf(getMessage());
    }
}
