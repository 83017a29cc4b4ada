package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestPacesTest {
    private final RequestPaces paces = new RequestPaces();

    @Test
    void shouldCountEachAuthorForItself() {
        count("acme/ada", 30, Instant.EPOCH);

        assertThat(paces.count("acme/ada", Instant.EPOCH)).isEqualTo(31);
        assertThat(paces.count("acme/eve", Instant.EPOCH)).isEqualTo(1);
    }

    @Test
    void shouldForgetWhatIsLongerAgoThanAMinute() {
        count("acme/ada", 30, Instant.EPOCH.plusSeconds(30));

        assertThat(paces.count("acme/ada", Instant.EPOCH.plusSeconds(60))).isEqualTo(31);
        assertThat(paces.count("acme/ada", Instant.EPOCH.plusSeconds(90))).isEqualTo(17);
        assertThat(paces.count("acme/ada", Instant.EPOCH.plusSeconds(180))).isEqualTo(1);
    }

    private void count(String author, int times, Instant at) {
        for (int i = 0; i < times; i++) {
            paces.count(author, at);
        }
    }
}
