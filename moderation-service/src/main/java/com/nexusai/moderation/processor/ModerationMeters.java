package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Scorer;
import com.nexusai.schema.moderation.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What is counted while commands are processed. A record that is processed again after a crash counts again. */
public final class ModerationMeters {
    public static final String SUBMISSIONS = "moderation.submissions";
    public static final String DECISIONS = "moderation.decisions";
    public static final String UNREADABLE = "moderation.unreadable";
    public static final String UNHEARD = "moderation.verdicts.unheard";
    public static final String SCORING = "moderation.scoring";

    private final MeterRegistry registry;

    public ModerationMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same scorer, with its time taken. */
    public Scorer timed(Scorer scorer) {
        var timer = Timer.builder(SCORING)
                .description("Time to score one piece of content")
                .publishPercentileHistogram()
                .register(registry);
        return (kind, text) -> timer.record(() -> scorer.score(kind, text));
    }

    /** Others are asked about it first. */
    void asked(String tenantId) {
        registry.counter(SUBMISSIONS, "tenant", tenantId, "result", "asked").increment();
    }

    /** A verdict that nobody waits for any more. */
    void unheard(String tenantId) {
        registry.counter(UNHEARD, "tenant", tenantId).increment();
    }

    /** The same content came again. */
    void joined(String tenantId) {
        registry.counter(SUBMISSIONS, "tenant", tenantId, "result", "joined").increment();
    }

    void decided(Decision decision) {
        var tenantId = decision.tenantId();
        registry.counter(SUBMISSIONS, "tenant", tenantId, "result", "decided").increment();
        decidedByPerson(decision);
    }

    /** Without any content that came in. */
    void decidedByPerson(Decision decision) {
        registry.counter(
                        DECISIONS,
                        "tenant",
                        decision.tenantId(),
                        "outcome",
                        decision.decision().name())
                .increment();
    }

    /** Content of an event that could not be read as it should be. */
    void unreadable(String tenantId) {
        registry.counter(UNREADABLE, "tenant", tenantId).increment();
    }
}
