package com.nexusai.moderation.provider;

import com.nexusai.moderation.provider.Answer.Cause;
import com.nexusai.moderation.provider.Answer.Failed;
import com.nexusai.moderation.provider.Answer.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks providers in their order until one gives a verdict, within one budget of time for all of them. When none does, the
 * local scorer's word stands; that is the caller's business, who has asked it already.
 */
public final class ProviderChain {
    /**
     * What came of it.
     *
     * @param failures those who were asked before, or in vain
     */
    public record Outcome(Optional<Verdict> verdict, List<Failed> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    /** Who did not answer in less is not slow: a tenant without patience must not close a provider for the others. */
    private static final Duration FAIR = Duration.ofSeconds(1);

    private final List<Link> links;
    private final Duration budget;
    private final Clock clock;

    ProviderChain(List<Link> order, Duration budget, Clock clock) {
        this.links = List.copyOf(order);
        this.budget = budget;
        this.clock = clock;
    }

    public Outcome ask(Material material) throws InterruptedException {
        var end = clock.instant().plus(budget);
        var failures = new ArrayList<Failed>();
        for (var link : links) {
            link.retries().asked();
            var answer = ask(link, material, Duration.between(clock.instant(), end));
            if (answer instanceof Failed failed
                    && mayPass(failed)
                    && link.retries().allows()) {
                failures.add(failed);
                answer = ask(link, material, Duration.between(clock.instant(), end));
            }
            switch (answer) {
                case Verdict verdict -> {
                    return new Outcome(Optional.of(verdict), failures);
                }
                case Failed failed -> failures.add(failed);
            }
        }
        return new Outcome(Optional.empty(), failures);
    }

    /** Only what breaks quickly is worth a second question; who is slow has had the time, who is busy wants rest. */
    private static boolean mayPass(Failed failed) {
        return failed.cause() == Cause.BROKEN && failed.pause().isZero();
    }

    private static Answer ask(Link link, Material material, Duration left) throws InterruptedException {
        if (!left.isPositive()) {
            return new Failed(link.provider().name(), Cause.SLOW, "There was no time left to ask.", Duration.ZERO);
        }
        if (!link.breaker().lets()) {
            var detail = "It has failed several times and is not asked for a while.";
            return new Failed(link.provider().name(), Cause.RESTING, detail, Duration.ZERO);
        }
        var answer = link.provider().ask(material, left);
        if (answer instanceof Failed failed && failed.cause() == Cause.SLOW && left.compareTo(FAIR) < 0) {
            return answer;
        }
        switch (answer) {
            case Verdict verdict -> link.breaker().succeeded();
            // it is at fault for nothing when the content does not suit it
            case Failed failed
            when failed.cause() == Cause.UNFIT -> link.breaker().succeeded();
            case Failed failed -> link.breaker().failed(failed.pause());
        }
        return answer;
    }
}
