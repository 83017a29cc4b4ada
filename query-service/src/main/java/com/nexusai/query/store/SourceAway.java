package com.nexusai.query.store;

/** A source of answers cannot be asked now; the others go on. */
public final class SourceAway extends RuntimeException {
    private final String source;
    private final boolean outOfTime;

    private SourceAway(String source, String message, boolean outOfTime, Throwable cause) {
        super(message, cause);
        this.source = source;
        this.outOfTime = outOfTime;
    }

    public static SourceAway unreachable(String source, Throwable cause) {
        return new SourceAway(source, source + " cannot be asked now", false, cause);
    }

    /** It answers, but this question took longer than one may. */
    public static SourceAway outOfTime(String source, Throwable cause) {
        return new SourceAway(source, source + " did not finish within the time a question may take", true, cause);
    }

    public String source() {
        return source;
    }

    public boolean outOfTime() {
        return outOfTime;
    }
}
