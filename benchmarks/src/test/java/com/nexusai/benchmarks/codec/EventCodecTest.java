package com.nexusai.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.serde.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    /** A race is fair when both arrive at the same place. */
    @Test
    void shouldGiveTheSameEventBothWays() throws MalformedEvent {
        var ours = new EventCodec();
        var reference = new EventCodec();
        var cpu = new CpuTime();
        for (int i = 0; i < 100; i++) {
            assertThat(Json.MAPPER.readTree(ours.ours(cpu))).isEqualTo(Json.MAPPER.readTree(reference.reference(cpu)));
        }
    }

    @Test
    void shouldMeasureEventsOfALifelikeSize() {
        assertThat(List.of(LifelikeEvents.make(100)))
                .allSatisfy(event -> assertThat(event.length).isBetween(350, 500));
    }
}
