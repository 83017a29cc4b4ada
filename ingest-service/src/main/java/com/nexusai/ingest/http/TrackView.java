package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.Receipt;
import com.nexusai.schema.rejection.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a producer: one result per event, in the order in which they came. */
record TrackView(long accepted, long rejected, long duplicates, List<Result> results) {

    /** For a rejected event: the stable code, the field at fault if it is one, and what to mend. */
    record Result(
            String status,
            String eventId,
            @Nullable String code,
            @Nullable String field,
            @Nullable String detail) {}

    static TrackView of(List<Receipt> receipts) {
        return new TrackView(
                count(receipts, Receipt.Accepted.class),
                count(receipts, Receipt.Rejected.class),
                count(receipts, Receipt.Duplicate.class),
                receipts.stream().map(TrackView::result).toList());
    }

    private static long count(List<Receipt> receipts, Class<? extends Receipt> kind) {
        return receipts.stream().filter(kind::isInstance).count();
    }

    private static Result result(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted(String eventId) -> new Result("accepted", eventId, null, null, null);
            case Receipt.Duplicate(String eventId) -> new Result("duplicate", eventId, null, null, null);
            case Receipt.Rejected(String eventId, Rejection why) ->
                new Result("rejected", eventId, why.code().code(), why.field(), why.detail());
        };
    }
}
