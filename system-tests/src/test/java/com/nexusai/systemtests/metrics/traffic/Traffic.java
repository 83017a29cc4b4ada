package com.nexusai.systemtests.metrics.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes to the door in one run, in order: events of several tenants, late, out of order, sent again, under wrong
 * keys, and some that are none.
 */
public final class Traffic {
    private static final List<String> GARBAGE = List.of(
            "{\"eventId\":\"bad\",\"userId\":\"u-1\"}",
            "{\"type\":\"T\",\"timestamp\":\"yesterday\"}",
            "{\"type\":\"*\",\"userId\":\"u-1\"}",
            "{\"type\":\"T\",\"userId\":\"u-1\",\"timestamp\":\"2020-02-29T00:00:00Z\"}",
            "{\"type\":\"T\",\"properties\":[]}",
            "{");

    /** @param shuffled whether its events come in no order at all, instead of mostly as they happened */
    private record Tenant(String name, double share, People people, boolean shuffled) {}

    /** An event id, and who has used it. */
    private record Used(String id, String home) {}

    private final Dice dice;
    private final Period period;
    private final Deeds deeds;
    private final EventText text;
    private final List<Delivery> deliveries;
    private final int wanted;
    private int events;
    private @Nullable Used lastUsed;

    private Traffic(long seed, Instant now, Duration span, int wanted) {
        this.dice = new Dice(seed);
        this.period = Period.before(now, span);
        this.deeds = new Deeds(dice);
        this.text = new EventText(dice);
        this.wanted = wanted;
        this.deliveries = new ArrayList<>(wanted + wanted / 10);
    }

    /** @param events how many different ones are good */
    public static List<Delivery> of(long seed, Instant now, Duration span, int events) {
        return new Traffic(seed, now, span, events).deliveries();
    }

    private List<Delivery> deliveries() {
        var tenants =
                List.of(tenant("acme", 0.74, false), tenant("globex.eu", 0.20, true), tenant("tiny_1", 0.06, false));
        for (int visits = 0; events < wanted; visits++) {
            double point = dice.fraction();
            for (var tenant : tenants) {
                point -= tenant.share;
                if (point < 0) {
                    visit(tenant, visits);
                    break;
                }
            }
        }
        deliveries.sort(Comparator.comparingLong(Delivery::order));
        return deliveries;
    }

    private Tenant tenant(String name, double share, boolean shuffled) {
        int people = 20 + (int) (wanted * share / 60);
        return new Tenant(name, share, new People(name, people, period, dice), shuffled);
    }

    private void visit(Tenant tenant, int number) {
        var visit = Visit.of(tenant.people.anybody(dice), number, dice);
        for (int i = 0; i < visit.times().length && events < wanted; i++) {
            if (period.holds(visit.times()[i])) {
                event(tenant, visit, visit.times()[i], i == 0 ? deeds.first() : deeds.next());
            }
        }
    }

    private void event(Tenant tenant, Visit visit, long at, Deed deed) {
        boolean nobody = dice.chance(2);
        boolean timeless = dice.chance(0.2);
        var person = tenant.name + "/" + visit.person().actor();
        var id = id(nobody ? null : person);
        var json = text.of(
                tenant.name,
                id,
                nobody ? "" : visit.person().idFields(),
                visit.sessionId(),
                timeless ? null : at,
                deed);
        var home = nobody ? tenant.name + "/" + id : person;
        var delivery = Delivery.of(key(home), json, order(tenant, at));
        deliveries.add(delivery);
        events++;
        if (id != null) {
            again(delivery, tenant, visit, nobody, id);
        }
        if (dice.chance(0.1)) {
            deliveries.add(Delivery.of("x", dice.pick(GARBAGE), delivery.order()));
        }
    }

    /** Mostly new; sometimes none; sometimes one that somebody else has too, which makes it no duplicate. */
    private @Nullable String id(@Nullable String person) {
        if (dice.chance(1)) {
            return null;
        }
        var last = lastUsed;
        if (person != null && last != null && !last.home.equals(person)) {
            lastUsed = null;
            return last.id;
        }
        var id = "e-" + events;
        if (person != null && dice.chance(0.3)) {
            lastUsed = new Used(id, person);
        }
        return id;
    }

    private @Nullable String key(String home) {
        return dice.chance(2) ? "wrong-" + dice.below(50) : dice.chance(0.5) ? null : home;
    }

    private long order(Tenant tenant, long at) {
        if (tenant.shuffled) {
            return period.any(dice);
        }
        int delay = dice.below(10);
        return at + (delay < 7 ? dice.below(3_000) : delay < 9 ? dice.below(7_200_000) : dice.below(6 * Period.DAY));
    }

    /** A retry brings the same bytes; a confused producer other ones under the same id. Whichever is first counts. */
    private void again(Delivery delivery, Tenant tenant, Visit visit, boolean nobody, String id) {
        if (dice.chance(5)) {
            deliveries.add(delivery.later(dice.chance(50) ? dice.below(5_000) : dice.below(2 * Period.DAY)));
        }
        if (!nobody && dice.chance(0.3)) {
            var other = text.of(tenant.name, id, visit.person().idFields(), null, period.any(dice), deeds.next());
            deliveries.add(Delivery.of(key(tenant.name + "/" + visit.person().actor()), other, period.any(dice)));
        }
    }
}
