package com.nexusai.systemtests.metrics.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The people of one tenant. A few of them come all the time, most of them seldom. */
final class People {
    /** Names that a careless key, path or sort order would fall over. */
    private static final List<String> HARD_NAMES = List.of(
            "a/b",
            "/",
            "100%",
            "%2F",
            "*",
            "(none)",
            "with space",
            "quote\"and\\back",
            "zoë.ünïçødé",
            "日本語",
            "😀",
            "Ａ fullwidth",
            "😀 b",
            "Ａ",
            "null",
            "x".repeat(200),
            "o'neill");

    /** Below the number of sessions that are kept of an actor. */
    private static final int MOST_VISITS = 100;

    private final List<Person> people = new ArrayList<>();
    private final double[] reach;
    private final int[] visits;

    People(String tenant, int count, Period period, Dice dice) {
        for (int i = 0; i < count; i++) {
            people.add(person(tenant, i, period, dice));
        }
        visits = new int[count];
        reach = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(1 - dice.fraction(), -0.6);
            reach[i] = sum;
        }
    }

    /** Somebody who comes for a visit; the keen ones more often than others. */
    Person anybody(Dice dice) {
        while (true) {
            double point = dice.fraction() * reach[reach.length - 1];
            int at = Arrays.binarySearch(reach, point);
            int who = Math.min(at < 0 ? -at - 1 : at, people.size() - 1);
            if (visits[who] < MOST_VISITS) {
                visits[who]++;
                return people.get(who);
            }
        }
    }

    private static Person person(String tenant, int number, Period period, Dice dice) {
        var name = number < HARD_NAMES.size() ? HARD_NAMES.get(number) : "u-" + number;
        if (number >= HARD_NAMES.size() && dice.chance(5)) {
            name = Integer.toString(100_000 + number);
        }
        boolean anonymous = dice.chance(15);
        boolean both = dice.chance(30);
        int habit = dice.below(10);
        return new Person(
                tenant,
                anonymous ? null : name,
                anonymous ? name : both ? "device-" + number : null,
                days(period, dice),
                habit < 4 ? 0 : habit < 8 ? 100 : 50,
                dice.chance(20));
    }

    /** From a first day on, each day with a likelihood of the person's own: so some return, some lapse and come back. */
    private static List<Long> days(Period period, Dice dice) {
        var days = new ArrayList<Long>();
        long first = period.firstDay() + dice.below(period.lastDay() - period.firstDay() + 1);
        int loyalty = 10 + dice.below(85);
        days.add(first);
        for (long day = first + 1; day <= period.lastDay(); day++) {
            if (dice.chance(loyalty)) {
                days.add(day);
            }
        }
        return days;
    }
}
