package com.nexusai.moderation.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void shouldTryAgainWhileKafkaDoesNotTakeWhatComesOfIt() {
        var workers = workers((question, record) -> {
            if (tries.incrementAndGet() < 3) {
                throw Problem.unavailable("Kafka does not take it.", Duration.ofSeconds(1));
            }
        });

        assertThat(workers.worked(record(bytes()))).isTrue();
        assertThat(tries).hasValue(3);
    }

    @Test
    void shouldGoOnPastWhatNobodyCanWorkOn() {
        var workers = workers((question, record) -> {
            tries.incrementAndGet();
            throw new IllegalStateException("a fault of ours");
        });

        assertThat(workers.worked(record(bytes()))).isTrue();
        assertThat(workers.worked(record("no JSON".getBytes()))).isTrue();
        assertThat(workers.worked(record(null))).isTrue();
        assertThat(tries).hasValue(1);
    }

    @Test
    void shouldLeaveItForTheNextWhenItIsStopped() {
        var workers = workers((question, record) -> {
            throw new InterruptedException();
        });

        assertThat(workers.worked(record(bytes()))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Workers<ProviderQuestion> workers(Workers.Work<ProviderQuestion> work) {
        return new Workers<>("test", Topics.MODERATION_QUESTIONS, "earliest", null, work, Duration.ZERO);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(Topics.MODERATION_QUESTIONS.name(), 0, 5, new byte[0], value);
    }

    private static byte[] bytes() {
        var question =
                new ProviderQuestion("q1", "acme", "m1", ContentKind.MESSAGE, "text", null, List.of(), Instant.EPOCH);
        return Topics.MODERATION_QUESTIONS.valueSerde().serializer().serialize("", question);
    }
}
