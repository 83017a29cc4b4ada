package com.nexusai.schema.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
    @Test
    void shouldBelongToTheUserBeforeTheDeviceBeforeItself() throws MalformedEvent {
        var all = draft();
        all.userId = "u";
        all.anonymousId = "a";
        var device = draft();
        device.anonymousId = "a/b";

        assertThat(all.toEvent().key()).isEqualTo("acme/u");
        assertThat(device.toEvent().key()).isEqualTo("acme/a/b");
        assertThat(draft().toEvent().key()).isEqualTo("acme/e-1");
        assertThat(draft().toEvent().actor()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"acme/u, acme", "acme/a/b, acme", "acme, acme", "acme/, acme"})
    void shouldKnowTheTenantOfAKey(String key, String tenant) {
        assertThat(EventKey.tenantOf(key)).isEqualTo(tenant);
    }

    @Test
    void shouldNameTheFieldThatADraftLacks() {
        var draft = draft();
        draft.receivedAt = null;

        assertThatThrownBy(draft::toEvent)
                .isInstanceOf(MalformedEvent.class)
                .hasMessage("field 'receivedAt' is missing");
    }

    private static EventDraft draft() {
        var draft = new EventDraft();
        draft.eventId = "e-1";
        draft.tenantId = "acme";
        draft.type = "USER_LOGIN";
        draft.timestamp = Samples.NOON;
        draft.receivedAt = Samples.NOON;
        return draft;
    }
}
