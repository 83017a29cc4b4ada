package com.nexusai.moderation.asking;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OpenOffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("questions", 0);

    private final OpenOffsets offsets = new OpenOffsets();

    @Test
    void shouldCommitNothingBehindARecordThatIsNotDone() {
        offsets.begun(PARTITION, 5);
        offsets.begun(PARTITION, 6);
        offsets.begun(PARTITION, 7);

        offsets.done(PARTITION, 6);
        offsets.done(PARTITION, 7);

        assertThat(offsets.toCommit().get(PARTITION).offset()).isEqualTo(5);
        offsets.done(PARTITION, 5);
        assertThat(offsets.toCommit().get(PARTITION).offset()).isEqualTo(8);
        assertThat(offsets.open()).isZero();
    }

    @Test
    void shouldHandOutEachOffsetOnce() {
        offsets.begun(PARTITION, 5);
        offsets.done(PARTITION, 5);

        assertThat(offsets.toCommit()).hasSize(1);
        assertThat(offsets.toCommit()).isEmpty();
    }

    @Test
    void shouldRememberNothingOfAPartitionThatIsNoLongerOurs() {
        offsets.begun(PARTITION, 5);

        offsets.forget(PARTITION);
        offsets.done(PARTITION, 5);

        assertThat(offsets.toCommit()).isEmpty();
    }
}
