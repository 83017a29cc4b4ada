package com.nexusai.ingest.rejected;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.rejection.RejectionHeaders;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return tryAll(List.of(entry), mending).get(entry);
    }

    /** The same of many, in their order. Entries that the topic no longer has are left out. */
    public Map<RejectedEntry, Mending.Outcome> tryAll(List<RejectedEntry> entries, Mending mending) {
        var raws = bytes.readAll(entries.stream().map(RejectedEntry::id).toList());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var outcomes = new LinkedHashMap<RejectedEntry, Mending.Outcome>();
        for (var entry : entries) {
            var raw = raws.get(entry.id());
            if (raw != null) {
                var value = raw.value() == null ? NOTHING : raw.value();
                outcomes.put(entry, mending.tryOn(entry, value, admission, now));
            }
        }
        return outcomes;
    }

    /** Sends on what is good now. Entries that the topic no longer has are left out. */
    public List<Result> resubmit(List<RejectedEntry> entries, Mending mending, String actor) {
        var results = new ArrayList<Result>();
        var ready = new ArrayList<Resubmission.Ready>();
        tryAll(entries, mending).forEach((entry, outcome) -> {
            if (outcome.verdict() instanceof Verdict.Accepted) {
                ready.add(new Resubmission.Ready(entry, outcome, mending.changes()));
            } else {
                results.add(new Result(entry, outcome, false));
            }
        });
        var sent = ready.isEmpty()
                ? List.<Resubmission.Ready>of()
                : resubmission.send(ready, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        for (var one : ready) {
            results.add(new Result(one.entry(), one.outcome(), sent.contains(one)));
        }
        return results;
    }
}
