package com.nexusai.kit.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A record at which a processor threw. */
public final class FailedRecords implements ProcessingExceptionHandler {
    private @Nullable PoisonPolicy policy;

    @Override
    public void configure(Map<String, ?> configs) {
        policy = PoisonPolicy.in(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> row, Exception failure) {
        return Objects.requireNonNull(policy)
                .judge("processing", context, failure)
                .map(Response::resume)
                .orElseGet(Response::fail);
    }
}
