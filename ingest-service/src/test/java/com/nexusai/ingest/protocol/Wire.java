package com.nexusai.ingest.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Provenance;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.MalformedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request to an adapter, and its events as the stream behind the gate judges them. */
record Wire(String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    static final Instant RECEIVED = Instant.parse("2026-11-24T10:00:10Z");

    static Wire post(String path, String body) {
        return post(path, body.getBytes(UTF_8));
    }

    static Wire post(String path, byte[] body) {
        return new Wire(path, Map.of(), Map.of("Content-Type", "application/json"), body);
    }

    static Wire get(String path, Map<String, String> query) {
        return new Wire(path, query, Map.of(), new byte[0]);
    }

    Wire with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Wire(path, query, more, body);
    }

    WireRequest request() {
        return new WireRequest(path, query, headers, () -> body, RECEIVED);
    }

    List<Verdict> verdicts(Protocol protocol) throws MalformedEvent {
        var admission = new Admission(Limits.DEFAULT);
        return protocol.read(request()).stream()
                .map(json -> admission.judge(json, new Provenance("acme", "given", RECEIVED, false)))
                .toList();
    }

    List<Event> events(Protocol protocol) throws MalformedEvent {
        return verdicts(protocol).stream()
                .map(verdict -> switch (verdict) {
                    case Verdict.Accepted(Event event) -> event;
                    case Verdict.Rejected rejected -> throw new AssertionError(rejected.toString());
                })
                .toList();
    }

    Event event(Protocol protocol) throws MalformedEvent {
        var events = events(protocol);
        if (events.size() != 1) {
            throw new AssertionError("one event was expected: " + events);
        }
        return events.getFirst();
    }
}
