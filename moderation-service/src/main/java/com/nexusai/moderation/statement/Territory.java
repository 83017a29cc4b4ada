package com.nexusai.moderation.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The countries that the DSA Transparency Database knows. */
public final class Territory {
    private static final Set<String> UNION = new TreeSet<>(Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"));
    private static final Set<String> BESIDES = Set.of("IS", "LI", "NO");

    private Territory() {}

    /** Of {@code EU}, {@code EEA} or codes between commas; empty for what is none of them. */
    public static Optional<List<String>> of(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "EU" -> Optional.of(List.copyOf(UNION));
            case "EEA" ->
                Optional.of(
                        Stream.concat(UNION.stream(), BESIDES.stream()).sorted().toList());
            default -> codes(text);
        };
    }

    private static Optional<List<String>> codes(String text) {
        var codes = Stream.of(text.split(",", -1))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        boolean known = codes.stream().allMatch(code -> UNION.contains(code) || BESIDES.contains(code));
        return known ? Optional.of(codes) : Optional.empty();
    }
}
