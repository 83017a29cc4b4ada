package com.nexusai.kit.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/** A result that cannot be written: too large for its topic, or not what its serde takes. */
public final class UnwritableRecords implements ProductionExceptionHandler {
    private @Nullable PoisonPolicy policy;

    @Override
    public void configure(Map<String, ?> configs) {
        policy = PoisonPolicy.in(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> row, Exception failure) {
        // Any other failure to send is the broker's: the transaction aborts and everything since is done again.
        return failure instanceof RecordTooLargeException ? judge(row.topic(), context, failure) : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord row, Exception failure, SerializationExceptionOrigin origin) {
        return judge(row.topic(), context, failure);
    }

    private Response judge(String target, ErrorHandlerContext context, Exception failure) {
        return Objects.requireNonNull(policy)
                .judgeUnwritten(target, context, failure)
                .map(Response::resume)
                .orElseGet(Response::fail);
    }
}
