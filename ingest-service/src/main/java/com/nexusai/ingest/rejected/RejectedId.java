package com.nexusai.ingest.rejected;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a rejected record lies on its topic; as text {@code 3-412}. */
public record RejectedId(int partition, long offset) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    public static Optional<RejectedId> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new RejectedId(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    public String text() {
        return partition + "-" + offset;
    }
}
