package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void shouldTryAgainWhenItMayPassByItself() {
        assertThat(Failures.isTransient(new StreamsException("send", new TimeoutException("broker away"))))
                .isTrue();
        assertThat(Failures.isTransient(new StreamsException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void shouldNotBlameTheRecordWhenTheWorldFails() {
        assertThat(Failures.isInfrastructure(new ProcessorStateException("disk full")))
                .isTrue();
        assertThat(Failures.isInfrastructure(new AuthorizationException("no"))).isTrue();
        assertThat(Failures.isTransient(new ProcessorStateException("disk full")))
                .isFalse();
    }

    @Test
    void shouldBlameTheRecordOtherwise() {
        assertThat(Failures.isInfrastructure(new SerializationException("garbage")))
                .isFalse();
        assertThat(Failures.isInfrastructure(new NullPointerException())).isFalse();
        assertThat(Failures.isInfrastructure(new StreamsException(new RecordTooLargeException())))
                .isFalse();
    }
}
