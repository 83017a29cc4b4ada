package com.nexusai.schema.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.serde.Json;
import org.junit.jupiter.api.Test;

class UserProfileTest {
    @Test
    void shouldBeReadWhenItIsFromBeforeThereWereMoreFields() {
        var profile = Json.MAPPER.readValue("""
                {"tenantId":"acme","actor":"u","identified":true,"firstSeen":"2026-01-30T08:00:00Z",
                 "lastSeen":"2026-01-31T09:30:00Z","events":3,"eventsByType":{"USER_LOGIN":3},"revision":3}""", UserProfile.class);

        assertThat(profile.events()).isEqualTo(3);
        assertThat(profile.revenue()).isEmpty();
        assertThat(profile.tokensUsed()).isZero();
    }
}
