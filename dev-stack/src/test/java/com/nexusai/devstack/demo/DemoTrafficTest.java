package com.nexusai.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoTrafficTest {
    private static final Clock EPOCH = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static List<DemoEvent> events(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EventSource source = new EventSource(Town.of(200, random), EPOCH, random);
        List<DemoEvent> events = new ArrayList<>();
        while (events.size() < count) {
            events.addAll(source.next());
        }
        return events;
    }

    @Test
    void shouldSendTheSameAgainWhenTheSeedIsTheSame() {
        assertThat(events(500, 7)).isEqualTo(events(500, 7)).isNotEqualTo(events(500, 8));
    }

    @Test
    void shouldShowEveryTypeWhenItRunsLongEnough() {
        Set<String> types = events(20_000, 1).stream().map(DemoEvent::type).collect(Collectors.toSet());

        assertThat(types)
                .contains(
                        "USER_LOGIN",
                        "USER_LOGOUT",
                        "MESSAGE_SENT",
                        "MESSAGE_RECEIVED",
                        "COMPANION_CREATED",
                        "COMPANION_DELETED",
                        "CONVERSATION_STARTED",
                        "SUBSCRIPTION_CREATED",
                        "SUBSCRIPTION_CANCELLED",
                        "PAYMENT_COMPLETED",
                        "PAYMENT_FAILED",
                        "MEDIA_UPLOADED",
                        "FEATURE_USED");
    }

    @Test
    void shouldContainAFewDuplicatesAndBadEvents() {
        List<DemoEvent> events = events(20_000, 2);

        long duplicates = events.size() - new HashSet<>(events).size();
        long bad = events.stream()
                .filter(event -> event.type().isEmpty() || event.timestamp().isAfter(EPOCH.instant()))
                .count();
        assertThat(duplicates).isBetween(100L, 400L);
        assertThat(bad).isBetween(40L, 200L);
    }

    @Test
    void shouldBeginEverySessionWithALogin() {
        Set<String> seen = new HashSet<>();

        assertThat(events(5_000, 3)).allSatisfy(event -> {
            if (seen.add(event.sessionId()) && !event.type().isEmpty()) {
                assertThat(event.type()).isEqualTo("USER_LOGIN");
            }
        });
    }

    @Test
    void shouldBeLivelierInTheEveningThanAtNight() {
        Town town = Town.of(500, new SplittableRandom(4));
        List<Double> hours = IntStream.range(0, 24)
                .mapToObj(hour -> town.pace(Instant.EPOCH.plusSeconds(hour * 3600L)))
                .toList();

        assertThat(hours.stream().mapToDouble(Double::doubleValue).max().orElseThrow())
                .isGreaterThan(1.2);
        assertThat(hours.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
                .isLessThan(0.8);
        assertThat(hours.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isBetween(0.9, 1.1);
    }

    @Test
    void shouldWriteTextThatNeedsEscapingAsJson() {
        assertThat(Json.of("a\"b\\c\nd\u0001")).isEqualTo("\"a\\\"b\\\\c\\nd\\u0001\"");
    }
}
