package com.nexusai.schema.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserProfileTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void shouldWidenWhatItHasSeenWhenAnEventComesLate() {
        var late = NOON.minusSeconds(3600);

        var profile = UserProfile.first("acme", "u", true, NOON)
                .plus("USER_LOGIN", NOON)
                .plus("USER_LOGIN", late)
                .plus("MESSAGE_SENT", NOON);

        assertThat(profile.firstSeen()).isEqualTo(late);
        assertThat(profile.lastSeen()).isEqualTo(NOON);
        assertThat(profile.events()).isEqualTo(3);
        assertThat(profile.eventsByType()).isEqualTo(Map.of("USER_LOGIN", 2L, "MESSAGE_SENT", 1L));
        assertThat(profile.revision()).isEqualTo(3);
    }

    @Test
    void shouldCountTypesTogetherOnceThereAreTooMany() {
        var profile = UserProfile.first("acme", "u-1", true, Instant.EPOCH);
        for (int i = 0; i < 1000; i++) {
            profile = profile.plus("TYPE_" + i, Instant.EPOCH);
        }
        profile = profile.plus("TYPE_7", Instant.EPOCH);

        assertThat(profile.events()).isEqualTo(1001);
        assertThat(profile.eventsByType())
                .hasSize(UserProfile.MAX_TYPES + 1)
                .containsEntry("TYPE_7", 2L)
                .containsEntry(UserProfile.OTHER, 800L);
    }
}
