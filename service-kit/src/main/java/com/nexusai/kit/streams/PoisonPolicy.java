package com.nexusai.kit.streams;

import com.nexusai.kit.trace.TraceHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a record that a topology cannot get past. Infrastructure failed: nothing is wrong with the record, so
 * the thread fails and tries it again. The record itself is poison: it goes to the dead letters where the service named
 * some, in the same transaction as everything else; otherwise the topology stops, since dropping is not an option.
 */
final class PoisonPolicy {
    static final String SETTING = "fleet.poison.policy";

    private static final Logger LOG = LoggerFactory.getLogger(PoisonPolicy.class);

    private final @Nullable DeadLetters deadLetters;
    private final MeterRegistry meters;

    PoisonPolicy(@Nullable DeadLetters deadLetters, MeterRegistry meters) {
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /** As handed to the handlers, which Streams makes by class name. */
    static PoisonPolicy in(Map<String, ?> configs) {
        if (configs.get(SETTING) instanceof PoisonPolicy policy) {
            return policy;
        }
        throw new IllegalStateException("the Streams client was not made by StreamsRunner");
    }

    /** The dead letter to write before going on; empty when the thread has to fail. */
    Optional<List<ProducerRecord<byte[], byte[]>>> judge(String stage, ErrorHandlerContext failed, Exception failure) {
        if (Failures.isInfrastructure(failure)) {
            return Optional.empty();
        }
        if (failed.topic() == null) {
            LOG.error("poison while {}, and no record to put aside: stopping", stage, failure);
            count(stage);
            return Optional.empty();
        }
        count(stage);
        try (var _ = TraceHeaders.scope(failed.headers())) {
            LOG.error(
                    "poison while {} {}-{}@{} in {}: {}",
                    stage,
                    failed.topic(),
                    failed.partition(),
                    failed.offset(),
                    failed.processorNodeId(),
                    deadLetters == null ? "stopping, since no dead letters are named" : "to the dead letters",
                    failure);
        }
        return deadLetters == null ? Optional.empty() : Optional.of(List.of(deadLetters.write(failed, failure)));
    }

    /** Like {@link #judge}, of a result; where that is a dead letter itself, another one would fare no better. */
    Optional<List<ProducerRecord<byte[], byte[]>>> judgeUnwritten(
            String target, ErrorHandlerContext failed, Exception failure) {
        return judge("writing", failed, failure)
                .filter(letters ->
                        letters.stream().noneMatch(letter -> letter.topic().equals(target)));
    }

    private void count(String stage) {
        meters.counter("fleet.streams.poison", "stage", stage).increment();
    }
}
