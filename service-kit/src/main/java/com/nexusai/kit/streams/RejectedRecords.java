package com.nexusai.kit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.topic.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Dead letters of a topology: a record that no step can read goes to {@code analytics-events-rejected}, where the fleet
 * keeps such, with its bytes, the reason and the origin.
 */
public final class RejectedRecords implements DeadLetters {
    @Override
    public ProducerRecord<byte[], byte[]> write(ErrorHandlerContext failed, Exception failure) {
        var origin = failed.topic() + "-" + failed.partition() + "-" + failed.offset();
        var key = failed.sourceRawKey() != null ? failed.sourceRawKey() : origin.getBytes(UTF_8);
        var value = failed.sourceRawValue() != null ? failed.sourceRawValue() : new byte[0];
        var letter = new ProducerRecord<>(Topics.EVENTS_REJECTED.name(), key, value);
        letter.headers()
                .add(RejectionHeaders.CODE, RejectionCode.MALFORMED.code().getBytes(UTF_8))
                .add(RejectionHeaders.DETAIL, detail(failure).getBytes(UTF_8))
                .add(RejectionHeaders.ORIGIN_TOPIC, failed.topic().getBytes(UTF_8))
                .add(
                        RejectionHeaders.ORIGIN_PARTITION,
                        Integer.toString(failed.partition()).getBytes(UTF_8))
                .add(
                        RejectionHeaders.ORIGIN_OFFSET,
                        Long.toString(failed.offset()).getBytes(UTF_8));
        return letter;
    }

    private static String detail(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
