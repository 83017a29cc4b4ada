package com.nexusai.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.junit.jupiter.api.Test;

/** What a result that cannot be written leads to. */
class PoisonPolicyTest {
    private static final Exception TOO_LARGE = new RecordTooLargeException("1 byte too many");

    private final PoisonPolicy policy = new PoisonPolicy(
            (failed, failure) -> new ProducerRecord<>("dead", failed.sourceRawKey(), failed.sourceRawValue()),
            new SimpleMeterRegistry());

    @Test
    void shouldPutTheRecordAsideWhenItsResultCannotBeWritten() {
        assertThat(policy.judgeUnwritten("results", about("numbers"), TOO_LARGE))
                .hasValueSatisfying(letters -> assertThat(letters).hasSize(1));
    }

    @Test
    void shouldNotWriteADeadLetterAboutADeadLetter() {
        assertThat(policy.judgeUnwritten("dead", about("numbers"), TOO_LARGE)).isEmpty();
    }

    @Test
    void shouldStopWhenThereIsNoRecordToPutAside() {
        assertThat(policy.judgeUnwritten("results", about(null), TOO_LARGE)).isEmpty();
    }

    private static ErrorHandlerContext about(String topic) {
        Map<String, Object> answers = Map.of("partition", 0, "offset", 7L, "timestamp", 0L, "processorNodeId", "node");
        return (ErrorHandlerContext) Proxy.newProxyInstance(
                PoisonPolicyTest.class.getClassLoader(),
                new Class<?>[] {ErrorHandlerContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "topic" -> topic;
                    case "headers" -> new ProducerRecord<>("any", "any").headers();
                    case "sourceRawKey", "sourceRawValue" -> new byte[] {1};
                    default -> answers.get(method.getName());
                });
    }
}
