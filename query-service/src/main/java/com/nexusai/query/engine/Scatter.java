package com.nexusai.query.engine;

import static java.util.stream.Collectors.joining;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.peer.PeerAnswer;
import com.nexusai.query.peer.PeerRequest;
import com.nexusai.query.peer.Peers;
import com.nexusai.query.store.Copies;
import com.nexusai.query.store.Place;
import com.nexusai.query.topology.TopicStore;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.serde.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.streams.state.HostInfo;
import tools.jackson.core.JacksonException;

/**
 * Takes each step to a copy of its metric's cells. Steps that lie with the same peer go there in one question, to all
 * peers at once, one hop and no more; a step whose peer is away goes on to the next copy.
 */
public final class Scatter {
    private static final String PATH = "/api/v1/analytics/query";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final Copies copies;
    private final Peers peers;
    private final Patience handover;
    private final Engine.EngineMeters meters;

    public Scatter(Copies copies, Peers peers, Patience handover, Engine.EngineMeters meters) {
        this.copies = copies;
        this.peers = peers;
        this.handover = handover;
        this.meters = meters;
    }

    /** A step and where it may still go. */
    private static final class Open {
        private final Step step;
        private Iterator<Place> places;
        private final long since = System.nanoTime();
        private int looks = 1;

        Open(Step step, Iterator<Place> places) {
            this.step = step;
            this.places = places;
        }

        Step step() {
            return step;
        }
    }

    List<Part> gather(Caller caller, List<Step> steps, Engine.Local local) {
        var parts = new HashMap<Integer, Part>();
        var open = new ArrayList<Open>();
        for (var step : steps) {
            if (step.needsStore()) {
                open.add(new Open(step, places(caller.tenantId(), step)));
            } else {
                parts.put(step.index(), local.fromHistory(step));
            }
        }
        while (!open.isEmpty()) {
            var batches = new LinkedHashMap<HostInfo, List<Step>>();
            for (var each : open) {
                nextPlace(caller, each, local, parts, batches);
            }
            ask(caller, batches, parts);
            open.removeIf(each -> parts.containsKey(each.step().index()));
        }
        return steps.stream()
                .map(step -> Objects.requireNonNull(parts.get(step.index())))
                .toList();
    }

    private void nextPlace(
            Caller caller, Open open, Engine.Local local, Map<Integer, Part> parts, Map<HostInfo, List<Step>> batches) {
        // a peer does not wait: who asked it does
        while (!open.places.hasNext() && !caller.hopped() && handover.waitedAfter(open.looks, open.since)) {
            open.looks++;
            open.places = places(caller.tenantId(), open.step);
        }
        if (!open.places.hasNext()) {
            meters.noCopy(TopicStore.CELLS.name());
            throw Problem.unavailable("No copy of this data is ready; it is being handed over.", RETRY_AFTER);
        }
        switch (open.places.next()) {
            case Place.Here here ->
                local.fromStore(open.step(), here)
                        .ifPresent(part -> parts.put(open.step().index(), part));
            case Place.There there -> {
                if (!caller.hopped()) {
                    batches.computeIfAbsent(there.peer(), _ -> new ArrayList<>())
                            .add(open.step());
                }
            }
        }
    }

    private void ask(Caller caller, Map<HostInfo, List<Step>> batches, Map<Integer, Part> parts) {
        if (batches.isEmpty()) {
            return;
        }
        var answers = new HashMap<HostInfo, Future<Optional<PeerAnswer>>>();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            batches.forEach((peer, steps) ->
                    answers.put(peer, asking.submit(() -> peers.ask(peer, request(caller, steps)))));
        }
        batches.forEach((peer, steps) -> {
            var given = answers.get(peer);
            if (given != null && given.state() == Future.State.SUCCESS) {
                given.resultNow().ifPresent(answer -> take(answer, steps, parts));
            }
        });
    }

    private void take(PeerAnswer answer, List<Step> steps, Map<Integer, Part> parts) {
        if (answer.status() != OK) {
            return;
        }
        try {
            var given = Json.MAPPER.readValue(answer.body(), Answer.class);
            if (given.results().size() != steps.size()) {
                return;
            }
            for (int i = 0; i < steps.size(); i++) {
                meters.answered(TopicStore.CELLS.name(), "peer");
                parts.put(steps.get(i).index(), new Part(given.results().get(i), given.meta()));
            }
        } catch (JacksonException | NullPointerException notAnAnswer) {
            // a peer of another version is as good as away
            return;
        }
    }

    private static PeerRequest request(Caller caller, List<Step> steps) {
        if (caller.link() != null) {
            // a peer answers the holder of a link from what it knows of the link itself, and nothing else
            var wanted =
                    steps.stream().map(step -> Integer.toString(step.index())).collect(joining(","));
            return PeerRequest.get(caller.link() + "?metrics=" + wanted, caller.headers());
        }
        var first = steps.getFirst().question();
        var metrics = steps.stream()
                .flatMap(step -> step.question().metrics().stream())
                .toList();
        return PeerRequest.post(PATH, caller.headers(), QuestionText.of(first.withMetrics(metrics)));
    }

    private Iterator<Place> places(String tenantId, Step step) {
        var series = new Series(tenantId, step.shape().name(), Granularity.DAY, Metric.TOTAL);
        return copies.find(TopicStore.CELLS, series.partitionKey()).iterator();
    }
}
