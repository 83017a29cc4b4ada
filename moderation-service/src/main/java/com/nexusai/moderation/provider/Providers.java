package com.nexusai.moderation.provider;

import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.ProviderQuestion;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The providers that are configured here, and a bounded number of questions of each tenant under way. */
public final class Providers {
    public static final String ASKED = "moderation.provider.answers";

    /** So that a tenant with slow providers keeps no other waiting. */
    private static final int MOST_OF_A_TENANT = 64;

    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    public Providers(List<Provider> configured, MeterRegistry meters, Clock clock) {
        configured.forEach(provider -> links.put(provider.name(), Link.to(provider, clock)));
        this.meters = meters;
        this.clock = clock;
    }

    public Set<String> names() {
        return Set.copyOf(links.keySet());
    }

    /**
     * Asks until somebody has looked or the time is up. Blocks: never call it on a stream thread.
     *
     * @param imageBase64 the picture, if it is in hand
     * @return the command by which the case learns of it, also where nobody has looked
     */
    public Verdict ask(ProviderQuestion question, @Nullable String imageBase64) throws InterruptedException {
        var place = places.computeIfAbsent(question.tenantId(), tenant -> new Semaphore(MOST_OF_A_TENANT));
        if (!place.tryAcquire()) {
            return verdict(question, null, List.of("Too many questions of this tenant are under way."));
        }
        try {
            var left = Duration.between(clock.instant(), question.until());
            var failures = new ArrayList<String>();
            var chain = new ProviderChain(known(question.order(), failures), left, clock);
            var outcome = chain.ask(Material.of(question, imageBase64));
            for (var failed : outcome.failures()) {
                failures.add(failed.provider() + ": " + failed.detail());
                count(failed.provider(), failed.cause().name());
            }
            outcome.verdict().ifPresent(one -> count(one.provider(), "VERDICT"));
            return verdict(question, outcome.verdict().orElse(null), failures);
        } finally {
            place.release();
        }
    }

    private List<Link> known(List<String> order, List<String> failures) {
        var chain = new ArrayList<Link>();
        for (var name : order) {
            var link = links.get(name);
            if (link == null) {
                failures.add(name + ": It is not configured.");
            } else {
                chain.add(link);
            }
        }
        return chain;
    }

    private Verdict verdict(ProviderQuestion question, Answer.@Nullable Verdict answer, List<String> failures) {
        return new Verdict(
                question.tenantId(),
                question.contentId(),
                question.questionId(),
                answer == null ? null : answer.provider(),
                answer != null && answer.sawMedia() && ContentRules.isMedium(question.kind()),
                answer == null ? List.of() : answer.judged(),
                answer == null ? List.of() : answer.reasons(),
                failures,
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void count(String provider, String answer) {
        meters.counter(ASKED, "provider", provider, "answer", answer.toLowerCase(Locale.ROOT))
                .increment();
    }
}
