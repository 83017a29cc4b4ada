package com.nexusai.kit.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** A source record that its serde cannot read. */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private @Nullable PoisonPolicy policy;

    @Override
    public void configure(Map<String, ?> configs) {
        policy = PoisonPolicy.in(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> row, Exception failure) {
        return Objects.requireNonNull(policy)
                .judge("reading", context, failure)
                .map(Response::resume)
                .orElseGet(Response::fail);
    }
}
