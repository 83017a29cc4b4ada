package com.nexusai.devstack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What happened before the demo began: people who came on different days, came back less and less, and some of whom
 * paid. Without it a new fleet has nothing to compare today with.
 */
final class History {
    private static final double COMES_BACK_NEXT_DAY = 0.6;
    private static final int SECOND_VISIT_PERCENT = 30;
    private static final int STARTS_TALKING_PERCENT = 85;
    private static final int SLOWEST_STEP_SECONDS = 50;

    private final Town town;
    private final RandomGenerator random;
    private final Script script;
    private final int days;
    private final Instant now;
    private final Instant firstDay;
    private final int[] joined;

    History(Town town, int days, Instant now, RandomGenerator random) {
        this.town = town;
        this.days = days;
        this.now = now;
        this.random = random;
        this.script = new Script(random);
        this.firstDay = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days));
        this.joined = town.people().stream()
                .mapToInt(person -> random.nextInt(days + 1))
                .toArray();
    }

    /** The events of one day, in order; the last day is today, up to now. */
    List<DemoEvent> of(int day) {
        List<DemoEvent> events = new ArrayList<>();
        for (int i = 0; i < joined.length; i++) {
            int age = day - joined[i];
            if (age >= 0 && random.nextDouble() < chanceToCome(age)) {
                Person person = town.people().get(i);
                visit(person, day, age == 0, events);
                if (random.nextInt(100) < SECOND_VISIT_PERCENT) {
                    visit(person, day, false, events);
                }
            }
        }
        events.removeIf(event -> event.timestamp().isAfter(now));
        events.sort(Comparator.comparing(DemoEvent::timestamp));
        return events;
    }

    int days() {
        return days;
    }

    private static double chanceToCome(int age) {
        return age == 0 ? 1 : COMES_BACK_NEXT_DAY / Math.sqrt(age);
    }

    private void visit(Person person, int day, boolean first, List<DemoEvent> events) {
        Instant at = firstDay.plus(Duration.ofDays(day)).plusSeconds(secondOfDay(person, day));
        String session = "s-" + Long.toHexString(random.nextLong());
        int steps = random.nextInt(4, 26);
        events.add(event(person, session, at, script.login()));
        if (first && random.nextInt(100) < STARTS_TALKING_PERCENT) {
            at = later(at);
            events.add(event(person, session, at, script.conversation()));
        }
        for (int i = 0; i < steps; i++) {
            at = later(at);
            events.add(event(person, session, at, script.next()));
        }
        events.add(event(person, session, later(at), script.logout(steps)));
    }

    /** Tried again until the person is awake. */
    private int secondOfDay(Person person, int day) {
        while (true) {
            int second = random.nextInt((int) Duration.ofDays(1).toSeconds());
            Instant at = firstDay.plus(Duration.ofDays(day)).plusSeconds(second);
            if (random.nextDouble() < Town.wakefulness(person, at)) {
                return second;
            }
        }
    }

    private Instant later(Instant at) {
        return at.plusSeconds(random.nextInt(3, SLOWEST_STEP_SECONDS));
    }

    private DemoEvent event(Person person, String session, Instant at, Script.Step step) {
        return new DemoEvent(
                new UUID(random.nextLong(), random.nextLong()),
                step.type(),
                person.userId(),
                session,
                at,
                step.properties(),
                person.context(),
                step.content());
    }
}
