package com.nexusai.moderation.http;

import com.nexusai.moderation.store.Owners;
import com.nexusai.schema.serde.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Asks all instances for their part of an answer, at the same time. Who does not answer is named, not passed over. */
final class Gathering {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

    private final Owners owners;
    private final Peers peers;

    Gathering(Owners owners, Peers peers) {
        this.owners = owners;
        this.peers = peers;
    }

    /**
     * @param parts what was answered
     * @param missing who did not answer
     * @param allOwned whether every partition has an owner who could be asked
     */
    record Gathered<T>(List<T> parts, List<String> missing, boolean allOwned) {}

    /** The parts of the others; none when the question itself comes from one of them. */
    <T> Gathered<T> fromPeers(Context ctx, String pathAndQuery, Class<T> type) {
        return fromPeers(ctx, Peers.Question.of(ctx, pathAndQuery), type);
    }

    <T> Gathered<T> fromPeers(Context ctx, Peers.Question question, Class<T> type) {
        if (Peers.asked(ctx)) {
            return new Gathered<>(List.of(), List.of(), true);
        }
        var asked = new LinkedHashMap<HostInfo, Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var peer : owners.peers()) {
                asked.put(peer, threads.submit(() -> read(peers.ask(peer, question), type)));
            }
        }
        var parts = new ArrayList<T>();
        var missing = new ArrayList<String>();
        asked.forEach((peer, answer) -> collect(peer, answer, parts, missing));
        return new Gathered<>(parts, missing, owners.complete());
    }

    private static <T> void collect(HostInfo peer, Future<T> answer, List<T> parts, List<String> missing) {
        try {
            parts.add(answer.get());
        } catch (ExecutionException failure) {
            LOG.warn("no answer from {}:{}", peer.host(), peer.port(), failure.getCause());
            missing.add(peer.host() + ":" + peer.port());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            missing.add(peer.host() + ":" + peer.port());
        }
    }

    private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("answered " + answer.statusCode());
        }
        try {
            return Json.MAPPER.readValue(answer.body(), type);
        } catch (JacksonException unreadable) {
            throw new IOException("answered what cannot be read", unreadable);
        }
    }
}
