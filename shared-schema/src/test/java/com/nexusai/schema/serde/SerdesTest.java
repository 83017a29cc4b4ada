package com.nexusai.schema.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.topic.Topics;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SerdesTest {
    @Test
    void shouldPassATombstoneThrough() {
        var cells = Topics.AGGREGATES.valueSerde();
        var events = Topics.EVENTS_VALIDATED.valueSerde();

        assertThat(cells.serializer().serialize("t", null)).isNull();
        assertThat(cells.deserializer().deserialize("t", null)).isNull();
        assertThat(events.serializer().serialize("t", null)).isNull();
        assertThat(events.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void shouldNameTheTopicWhenTheBytesAreNotItsValue() {
        assertThatThrownBy(() -> Topics.AGGREGATES
                        .valueSerde()
                        .deserializer()
                        .deserialize("analytics-aggregates", "{\"start\":true}".getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("not a Cell on analytics-aggregates: ");
        assertThatThrownBy(() -> Topics.EVENTS_VALIDATED
                        .valueSerde()
                        .deserializer()
                        .deserialize("analytics-events-validated", "{\"eventId\":\"e\"}".getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessage("not a validated event on analytics-events-validated: field 'tenantId' is missing");
    }
}
