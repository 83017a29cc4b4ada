package com.nexusai.benchmarks.codec;

import com.nexusai.schema.event.EventReader;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.event.MalformedEvent;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Both take the same bytes, set the two fields that ingest sets, and give the bytes for the next topic. The reference
 * is what one would write first: parse to a tree, put, write the tree.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EventCodec {
    private static final Instant RECEIVED_AT = Instant.parse("2026-01-31T09:30:00.412Z");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final byte[][] events = LifelikeEvents.make(1024);
    private int next;

    @Benchmark
    public byte[] ours(CpuTime cpu) throws MalformedEvent {
        cpu.events++;
        var draft = EventReader.read(event());
        draft.tenantId = "acme";
        draft.receivedAt = RECEIVED_AT;
        return EventWriter.write(draft.toEvent());
    }

    @Benchmark
    public byte[] reference(CpuTime cpu) {
        cpu.events++;
        var tree = (ObjectNode) mapper.readTree(event());
        tree.put("tenantId", "acme");
        tree.put("receivedAt", RECEIVED_AT.toString());
        return mapper.writeValueAsBytes(tree);
    }

    private byte[] event() {
        next = (next + 1) % events.length;
        return events[next];
    }
}
