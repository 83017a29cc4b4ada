package com.nexusai.devstack.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The people of the demo, and how awake they are: most in the evening of their own day, few at night. */
record Town(List<Person> people) {
    private static final double NIGHT = 0.15;

    static Town of(int size, RandomGenerator random) {
        List<Person> people = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            people.add(Person.random(i, random));
        }
        return new Town(List.copyOf(people));
    }

    /** How lively the town is at that time of day, 1 on average over the day. */
    double pace(Instant now) {
        double awake = people.stream()
                .mapToDouble(person -> wakefulness(person, now))
                .average()
                .orElse(1);
        return awake / ((1 + NIGHT) / 2);
    }

    Person whoIsNext(Instant now, RandomGenerator random) {
        double total =
                people.stream().mapToDouble(person -> weight(person, now)).sum();
        double left = random.nextDouble() * total;
        for (Person person : people) {
            left -= weight(person, now);
            if (left <= 0) {
                return person;
            }
        }
        return people.getLast();
    }

    private static double weight(Person person, Instant now) {
        return person.chattiness() * wakefulness(person, now);
    }

    /** A cosine over the day with its top at 20:00. */
    static double wakefulness(Person person, Instant now) {
        var local = now.atOffset(ZoneOffset.ofHours(person.timeZoneHours()));
        double hour = local.getHour() + local.getMinute() / 60.0;
        double wave = (1 + Math.cos((hour - 20) / 24 * 2 * Math.PI)) / 2;
        return NIGHT + (1 - NIGHT) * wave;
    }
}
