package com.nexusai.benchmarks.aggregator.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    @Test
    void shouldArriveInTheOtherProcessAsTheyWere() {
        var settings = new RunSettings("127.0.0.1:9092", "dsl-1", Path.of("a=b"), 1000, 2, 64);

        assertThat(RunSettings.parse(settings.arguments().toArray(String[]::new)))
                .isEqualTo(settings);
    }

    @Test
    void shouldReadWhatTheContenderSaysOfItsFirstRecord() {
        var line = "first-record 1700000000000 1234";

        assertThat(FirstRecord.isTold(line)).isTrue();
        assertThat(FirstRecord.parse(line)).isEqualTo(new FirstRecord.Seen(1_700_000_000_000L, 1234));
    }
}
