package com.nexusai.ingest.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectedShelfTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final RejectedShelf shelf = new RejectedShelf(5);

    @Test
    void shouldListNewestFirstAndPageOn() {
        for (int i = 0; i < 4; i++) {
            shelf.add(entry("acme", i, "malformed", "k-1"));
        }

        var page = shelf.newest("acme", RejectedFilter.ALL, null, 2);
        var next = shelf.newest("acme", RejectedFilter.ALL, page.getLast(), 9);

        assertThat(page).extracting(entry -> entry.id().offset()).containsExactly(3L, 2L);
        assertThat(next).extracting(entry -> entry.id().offset()).containsExactly(1L, 0L);
    }

    @Test
    void shouldShowATenantItsOwnOnly() {
        shelf.add(entry("acme", 1, "malformed", "k-1"));

        assertThat(shelf.newest("globex", RejectedFilter.ALL, null, 9)).isEmpty();
        assertThat(shelf.find("globex", new RejectedId(0, 1))).isNull();
        assertThat(shelf.find("acme", new RejectedId(0, 1))).isNotNull();
        assertThat(shelf.groups("globex", RejectedFilter.ALL)).isEmpty();
    }

    @Test
    void shouldGroupByReasonAndProducer() {
        shelf.add(entry("acme", 1, "malformed", "k-1"));
        shelf.add(entry("acme", 2, "too_old", "k-1"));
        shelf.add(entry("acme", 3, "too_old", null));
        shelf.add(entry("acme", 4, "too_old", "k-1"));
        shelf.markResubmitted(new RejectedId(0, 2));

        assertThat(shelf.groups("acme", RejectedFilter.ALL))
                .extracting("code", "producer", "count", "resubmitted", "first", "last")
                .containsExactlyInAnyOrder(
                        tuple("too_old", "k-1", 2L, 1L, NOON.plusSeconds(2), NOON.plusSeconds(4)),
                        tuple("malformed", "k-1", 1L, 0L, NOON.plusSeconds(1), NOON.plusSeconds(1)),
                        tuple("too_old", null, 1L, 0L, NOON.plusSeconds(3), NOON.plusSeconds(3)));
    }

    @Test
    void shouldFilter() {
        shelf.add(entry("acme", 1, "malformed", "k-1"));
        shelf.add(entry("acme", 2, "too_old", "k-2"));
        shelf.markResubmitted(new RejectedId(0, 2));

        assertThat(offsets(new RejectedFilter("too_old", null, null, null, null, null)))
                .containsExactly(2L);
        assertThat(offsets(new RejectedFilter(null, "http", "k-1", null, null, null)))
                .containsExactly(1L);
        assertThat(offsets(new RejectedFilter(null, null, null, NOON.plusSeconds(2), null, null)))
                .containsExactly(2L);
        assertThat(offsets(new RejectedFilter(null, null, null, null, NOON.plusSeconds(2), null)))
                .containsExactly(1L);
        assertThat(offsets(new RejectedFilter(null, null, null, null, null, false)))
                .containsExactly(1L);
        assertThat(offsets(new RejectedFilter(null, "kafka", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void shouldTakeFromTheTenantWithTheMostWhenThereAreTooMany() {
        shelf.add(entry("acme", 1, "malformed", "k-1"));
        for (int i = 2; i < 20; i++) {
            shelf.add(entry("flood", i, "malformed", "k-1"));
        }

        assertThat(shelf.newest("acme", RejectedFilter.ALL, null, 99)).hasSize(1);
        assertThat(shelf.newest("flood", RejectedFilter.ALL, null, 99))
                .extracting(entry -> entry.id().offset())
                .containsExactly(19L, 18L, 17L, 16L);
    }

    @Test
    void shouldForgetWhatItsTopicHasForgotten() {
        shelf.add(entry("acme", 1, "malformed", "k-1"));
        shelf.add(entry("acme", 2, "malformed", "k-1"));

        shelf.forgetOlderThan(NOON.plusSeconds(2));

        assertThat(offsets(RejectedFilter.ALL)).containsExactly(2L);
    }

    private List<Long> offsets(RejectedFilter filter) {
        return shelf.oldest("acme", filter, null, 99).stream()
                .map(entry -> entry.id().offset())
                .toList();
    }

    static RejectedEntry entry(String tenant, int second, String code, String producer) {
        return new RejectedEntry(
                new RejectedId(0, second),
                tenant,
                "e-" + second,
                code,
                null,
                "",
                "http",
                producer,
                NOON.plusSeconds(second),
                10);
    }
}
