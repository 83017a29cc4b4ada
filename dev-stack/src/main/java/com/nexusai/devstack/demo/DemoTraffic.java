package com.nexusai.devstack.demo;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Keeps sending lifelike events to ingest-service, as an ordinary producer would: over HTTP, in small batches, repeating
 * with the same ids what was not accepted. SIGTERM ends it.
 */
public final class DemoTraffic {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int BATCH = 500;

    private final EventSource events;
    private final Track track;
    private final int rate;

    private DemoTraffic(EventSource events, Track track, int rate) {
        this.events = events;
        this.track = track;
        this.rate = rate;
    }

    public static void main(String[] args) {
        try {
            DemoConfig config = DemoConfig.parse(args, System.getenv());
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(config.seed());
            Town town = Town.of(config.people(), random);
            Clock clock = Clock.systemUTC();
            if (config.historyDays() > 0) {
                Track backfill = new Track(HttpClient.newHttpClient(), config.ingest(), config.backfillKey());
                tell(new History(town, config.historyDays(), clock.instant(), random), backfill);
            }
            EventSource events = new EventSource(town, clock, random);
            Track track = new Track(HttpClient.newHttpClient(), config.ingest(), config.key());
            System.out.println("Sending about " + config.rate() + " events/s to " + config.ingest());
            new DemoTraffic(events, track, config.rate()).run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void tell(History history, Track track) {
        int sent = 0;
        for (int day = 0; day <= history.days(); day++) {
            List<DemoEvent> events = history.of(day);
            for (int from = 0; from < events.size(); from += BATCH) {
                track.send(events.subList(from, Math.min(events.size(), from + BATCH)));
            }
            sent += events.size();
        }
        System.out.println("Sent " + sent + " events of the last " + history.days() + " days");
    }

    private void run() {
        double owed = 0;
        long next = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            owed += rate * events.pace() * TICK.toMillis() / 1000.0;
            List<DemoEvent> batch = new ArrayList<>();
            while (owed >= 1) {
                batch.addAll(events.next());
                owed -= 1;
            }
            if (!batch.isEmpty()) {
                track.send(batch);
            }
            next += TICK.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
