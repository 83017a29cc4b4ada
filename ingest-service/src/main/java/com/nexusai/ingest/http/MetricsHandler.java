package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.Batch;
import com.nexusai.ingest.gate.Receipt;
import com.nexusai.ingest.metric.Sample;
import com.nexusai.ingest.metric.Samples;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.MalformedEvent;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes numeric samples in and answers for each. A bad one is told to its sender and goes no further. */
final class MetricsHandler {
    private static final String SOURCE = "metrics";

    private final Admissions admissions;
    private final Callers callers;
    private final Supplier<String> ids;

    MetricsHandler(Admissions admissions, Callers callers, Supplier<String> ids) {
        this.admissions = admissions;
        this.callers = callers;
        this.ids = ids;
    }

    void take(Context ctx) {
        callers.enter(ctx, ctx.queryParam("writeKey"));
        admissions.begin(ctx);
        var body = RequestBody.bytes(ctx);
        try {
            var samples = Batch.cut(body, "metrics").events().stream()
                    .map(Samples::read)
                    .toList();
            ctx.status(HttpStatus.ACCEPTED).json(TrackView.of(admit(ctx, samples)));
        } catch (MalformedEvent malformed) {
            throw Problem.malformed("The body " + malformed.problem() + ".");
        }
    }

    private List<Receipt> admit(Context ctx, List<Sample> samples) {
        var events = samples.stream()
                .filter(Sample.Good.class::isInstance)
                .map(good -> ((Sample.Good) good).json())
                .toList();
        var taken = admissions.admit(ctx, events, SOURCE).iterator();
        var receipts = new ArrayList<Receipt>(samples.size());
        for (var sample : samples) {
            receipts.add(
                    switch (sample) {
                        case Sample.Good good -> taken.next();
                        case Sample.Bad(var why) -> new Receipt.Rejected(ids.get(), why);
                    });
        }
        return receipts;
    }
}
