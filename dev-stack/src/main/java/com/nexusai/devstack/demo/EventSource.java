package com.nexusai.devstack.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Sessions of many people, interleaved, with the small share of faults that real producers have. */
final class EventSource {
    private static final int BAD_PER_THOUSAND = 5;
    private static final int TWICE_PER_THOUSAND = 10;
    /** So that a session is a person's own few minutes, and not one event of everybody an hour. */
    private static final int VISITS_AT_ONCE = 40;

    private final Town town;
    private final Clock clock;
    private final RandomGenerator random;
    private final Script script;
    private final Map<String, Visit> visits = new LinkedHashMap<>();

    /** A session under way: how many steps are done and how many there will be. */
    private static final class Visit {
        private final Person person;
        private final String sessionId;
        private final int length;
        private int steps;

        Visit(Person person, String sessionId, int length) {
            this.person = person;
            this.sessionId = sessionId;
            this.length = length;
        }
    }

    EventSource(Town town, Clock clock, RandomGenerator random) {
        this.town = town;
        this.clock = clock;
        this.random = random;
        this.script = new Script(random);
    }

    double pace() {
        return town.pace(clock.instant());
    }

    /** The next event; now and then the same one a second time, as after a lost answer. */
    List<DemoEvent> next() {
        Instant now = clock.instant();
        DemoEvent event = nextOf(whoIsNext(now), now);
        int dice = random.nextInt(1000);
        if (dice < BAD_PER_THOUSAND) {
            return List.of(spoilt(event));
        }
        return dice < BAD_PER_THOUSAND + TWICE_PER_THOUSAND ? List.of(event, event) : List.of(event);
    }

    private Person whoIsNext(Instant now) {
        if (visits.size() < VISITS_AT_ONCE) {
            return town.whoIsNext(now, random);
        }
        return List.copyOf(visits.values()).get(random.nextInt(visits.size())).person;
    }

    private DemoEvent nextOf(Person person, Instant now) {
        Visit visit = visits.computeIfAbsent(
                person.userId(),
                user -> new Visit(person, "s-" + Long.toHexString(random.nextLong()), random.nextInt(4, 40)));
        Script.Step step = nextOf(visit);
        if (step.type().equals("USER_LOGOUT")) {
            visits.remove(person.userId());
        }
        return new DemoEvent(
                new UUID(random.nextLong(), random.nextLong()),
                step.type(),
                person.userId(),
                visit.sessionId,
                now,
                step.properties(),
                person.context(),
                step.content());
    }

    private Script.Step nextOf(Visit visit) {
        int done = visit.steps++;
        if (done == 0) {
            return script.login();
        }
        return done < visit.length ? script.next() : script.logout(done);
    }

    /** Without a type, or from the far future: both are rejected, with a reason. */
    private DemoEvent spoilt(DemoEvent event) {
        boolean noType = random.nextBoolean();
        return new DemoEvent(
                event.eventId(),
                noType ? "" : event.type(),
                event.userId(),
                event.sessionId(),
                noType ? event.timestamp() : event.timestamp().plusSeconds(86_400L * 365),
                event.properties(),
                event.context(),
                event.content());
    }
}
