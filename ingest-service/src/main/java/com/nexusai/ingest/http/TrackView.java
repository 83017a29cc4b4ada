package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.Receipt;
import com.nexusai.schema.rejection.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a producer: one result per event, in the order in which they came. */
record TrackView(int accepted, int rejected, List<Result> results) {

    /** For a rejected event: the stable code, the field at fault if it is one, and what to mend. */
    record Result(
            String status,
            String eventId,
            @Nullable String code,
            @Nullable String field,
            @Nullable String detail) {}

    static TrackView of(List<Receipt> receipts) {
        var results = receipts.stream().map(TrackView::result).toList();
        int accepted = (int)
                receipts.stream().filter(Receipt.Accepted.class::isInstance).count();
        return new TrackView(accepted, receipts.size() - accepted, results);
    }

    private static Result result(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted(String eventId) -> new Result("accepted", eventId, null, null, null);
            case Receipt.Rejected(String eventId, Rejection why) ->
                new Result("rejected", eventId, why.code().code(), why.field(), why.detail());
        };
    }
}
