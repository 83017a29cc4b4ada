package com.nexusai.aggregator.sink.clickhouse;

import com.nexusai.kit.config.Env;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long rows are kept. It is written into each row as the day from which it may go, so tenants can differ; a change
 * holds for rows that are written after it.
 *
 * @param overrides by tenant
 */
public record Retention(Map<Kept, Integer> days, Map<String, Map<Kept, Integer>> overrides) {
    private static final int LONGEST_DAYS = 36_500;
    private static final String OVERRIDES = "RETENTION_OVERRIDES";
    private static final Pattern OVERRIDE = Pattern.compile("\\s*([^:=\\s]+):(\\w+)=(\\d{1,6})\\s*");

    public static final Retention USUAL = from(Env.of(Map.of()));

    public Retention {
        days = Map.copyOf(days);
        overrides = Map.copyOf(overrides);
    }

    public static Retention from(Env env) {
        var days = new EnumMap<Kept, Integer>(Kept.class);
        for (var kept : Kept.values()) {
            days.put(kept, env.integer(kept.setting(), kept.usualDays(), 1, LONGEST_DAYS));
        }
        return new Retention(days, overrides(env));
    }

    /** The first day on which a row of that time is not kept any more: it is kept for whole days, at least so many. */
    LocalDate end(Kept kept, String tenantId, Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1L + daysOf(kept, tenantId));
    }

    private int daysOf(Kept kept, String tenantId) {
        var own = overrides.get(tenantId);
        var usual = days.getOrDefault(kept, kept.usualDays());
        return own == null ? usual : own.getOrDefault(kept, usual);
    }

    /** For example {@code acme:events=30,acme:audit=3650}. */
    private static Map<String, Map<Kept, Integer>> overrides(Env env) {
        var overrides = new HashMap<String, Map<Kept, Integer>>();
        var text = env.optional(OVERRIDES);
        if (text == null) {
            return overrides;
        }
        for (var part : text.split(",", -1)) {
            var override = OVERRIDE.matcher(part);
            var kept = override.matches() ? kept(override.group(2)) : Optional.<Kept>empty();
            int days = kept.isPresent() ? Integer.parseInt(override.group(3)) : 0;
            if (days < 1 || days > LONGEST_DAYS) {
                env.fault(
                        OVERRIDES,
                        "'" + part.strip() + "' is not understood; allowed: tenant:what=days, what being one of "
                                + String.join(", ", words()) + ", days from 1 to " + LONGEST_DAYS);
                continue;
            }
            overrides
                    .computeIfAbsent(override.group(1), tenant -> new EnumMap<>(Kept.class))
                    .put(kept.orElseThrow(), days);
        }
        return overrides;
    }

    private static Optional<Kept> kept(String word) {
        return Arrays.stream(Kept.values())
                .filter(kept -> kept.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Iterable<String> words() {
        return Arrays.stream(Kept.values())
                .map(kept -> kept.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
