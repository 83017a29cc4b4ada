package com.nexusai.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.store.Progress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name that changes here changes topics and state in production: change the file only together with a migration. */
class GoldenTopologyTest {
    @Test
    void shouldBeAsItWasAgreed() throws IOException {
        var casework = new Casework(Policy.LOCAL, (kind, text) -> Score.of(List.of()));

        var topology =
                ModerationTopology.build(casework, new ModerationMeters(new SimpleMeterRegistry()), new Progress());

        try (var golden = getClass().getResourceAsStream("moderation-topology.txt")) {
            assertThat(topology.describe().toString()).isEqualTo(new String(golden.readAllBytes(), UTF_8));
        }
    }
}
