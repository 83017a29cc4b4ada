package com.nexusai.benchmarks.aggregator.race;

import com.nexusai.benchmarks.aggregator.child.Broker;
import com.nexusai.benchmarks.aggregator.child.ContenderProcess;
import com.nexusai.benchmarks.aggregator.race.Measured.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a contender from outside, ten times a second: how far its group has committed, how far its results are
 * readable by those who read only what is committed. It is done when all events are committed and the results have
 * stood still for a while; the while does not count.
 */
final class Watch {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STILL = Duration.ofSeconds(4);
    private static final Duration STUCK = Duration.ofMinutes(2);

    private record Look(long atMillis, long cpuMillis, long brokerMillis, Progress progress) {}

    private final ContenderProcess process;
    private final Broker broker;
    private final Progress.Source source;
    private final long events;
    private final long brokerBefore;
    private final List<Look> looks = new ArrayList<>();
    private long peakMegabytes;

    Watch(ContenderProcess process, Broker broker, Progress.Source source, long events, long brokerBefore) {
        this.process = process;
        this.broker = broker;
        this.source = source;
        this.events = events;
        this.brokerBefore = brokerBefore;
    }

    /** @throws IllegalStateException if it died or makes no progress */
    void awaitDone(long still) throws InterruptedException {
        var first = look();
        var changed = first;
        while (true) {
            var now = look();
            if (!now.progress.equals(changed.progress)) {
                changed = now;
                looks.add(now);
            }
            long quiet = now.atMillis - changed.atMillis;
            if (changed.progress.consumed() >= events && quiet > Math.max(STILL.toMillis(), still)) {
                peakMegabytes = process.peakMegabytes();
                return;
            }
            if (!process.isAlive() || quiet > STUCK.toMillis()) {
                throw new IllegalStateException((process.isAlive() ? "no progress" : "it ended") + " after "
                        + changed.progress.consumed() + " of " + events + " events; see its log");
            }
            Thread.sleep(PAUSE);
        }
    }

    private Look look() {
        return new Look(System.currentTimeMillis(), process.cpuMillis(), broker.cpuMillis(), source.now());
    }

    long peakMegabytes() {
        return peakMegabytes;
    }

    Stretch whole() {
        var begun = process.firstRecord();
        return stretch(new Look(begun.atMillis(), begun.cpuMillis(), brokerBefore, Progress.NONE));
    }

    /** From the first commit that left a third of the events behind. */
    Stretch warm() {
        return stretch(looks.stream()
                .filter(look -> look.progress.consumed() >= events / 3)
                .findFirst()
                .orElseThrow());
    }

    private Stretch stretch(Look from) {
        var to = looks.getLast();
        return new Stretch(
                events - from.progress.consumed(),
                to.atMillis - from.atMillis,
                to.cpuMillis - from.cpuMillis,
                to.brokerMillis - from.brokerMillis);
    }
}
