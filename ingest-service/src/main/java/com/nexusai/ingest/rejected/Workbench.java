package com.nexusai.ingest.rejected;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.rejection.RejectionHeaders;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a tenant can do with its rejected events; all of it within that tenant. */
public final class Workbench {
    private static final byte[] NOTHING = {};

    private final RejectedShelf shelf;
    private final RejectedBytes bytes;
    private final Resubmission resubmission;
    private final Admission admission;
    private final InstantSource clock;

    public Workbench(
            RejectedShelf shelf,
            RejectedBytes bytes,
            Resubmission resubmission,
            Admission admission,
            InstantSource clock) {
        this.shelf = shelf;
        this.bytes = bytes;
        this.resubmission = resubmission;
        this.admission = admission;
        this.clock = clock;
    }

    /** What came of one event; not sent, it is one that had been sent before, or that is still bad. */
    public record Result(RejectedEntry entry, Mending.Outcome outcome, boolean sent) {}

    public RejectedShelf shelf() {
        return shelf;
    }

    /** The record as it lies on its topic; null where that no longer has it. */
    public @Nullable ConsumerRecord<byte[], byte[]> raw(RejectedEntry entry) {
        return bytes.read(entry.id());
    }

    /** Of a value that was cut, the whole has to be given anew. */
    public static boolean isCut(ConsumerRecord<byte[], byte[]> raw) {
        return raw.headers().lastHeader(RejectionHeaders.CUT_FROM) != null;
    }

    /** Judged by today's rules; nothing is written. Null where the topic no longer has it. */
    public Mending.@Nullable Outcome tryOne(RejectedEntry entry, Mending mending) {
        var raw = raw(entry);
        if (raw == null) {
            return null;
        }
        var value = raw.value() == null ? NOTHING : raw.value();
        return mending.tryOn(entry, value, admission, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Sends on what is good now. Entries that the topic no longer has are left out. */
    public List<Result> resubmit(List<RejectedEntry> entries, Mending mending, String actor) {
        var results = new ArrayList<Result>();
        var ready = new ArrayList<Resubmission.Ready>();
        for (var entry : entries) {
            var outcome = tryOne(entry, mending);
            if (outcome != null && outcome.verdict() instanceof Verdict.Accepted) {
                ready.add(new Resubmission.Ready(entry, outcome, mending.changes()));
            } else if (outcome != null) {
                results.add(new Result(entry, outcome, false));
            }
        }
        var sent = ready.isEmpty()
                ? List.<Resubmission.Ready>of()
                : resubmission.send(ready, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        for (var one : ready) {
            results.add(new Result(one.entry(), one.outcome(), sent.contains(one)));
        }
        return results;
    }
}
