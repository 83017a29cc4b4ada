package com.nexusai.query.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Patience;
import com.nexusai.query.peer.PeerAnswer;
import com.nexusai.query.peer.PeerRequest;
import com.nexusai.query.peer.Peers;
import com.nexusai.query.store.Copies;
import com.nexusai.query.store.Place;
import com.nexusai.query.store.Place.Here;
import com.nexusai.query.store.Place.There;
import com.nexusai.query.store.Source;
import com.nexusai.query.topology.TopicStore;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Answers where the key is: from the copy on this instance, or by asking the peer that owns it, one hop and no more.
 * When the owner is away a standby answers and says so; when nobody has a copy, the caller is told when to come again.
 */
final class KeyedAnswers {
    private static final List<String> PASSED_ON =
            List.of("Authorization", "X-Api-Key", "Accept", "traceparent", "X-Correlation-Id");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Copies copies;
    private final Peers peers;
    private final String instance;
    private final Patience handover;
    private final QueryMeters meters;

    KeyedAnswers(Copies copies, Peers peers, String instance, Patience handover, QueryMeters meters) {
        this.copies = copies;
        this.peers = peers;
        this.instance = instance;
        this.handover = handover;
        this.meters = meters;
    }

    /** Makes the body of an answer from a copy. */
    @FunctionalInterface
    interface Question<V> {
        Object ask(ReadOnlyKeyValueStore<String, V> copy, Meta meta);
    }

    <V> void answer(Context ctx, TopicStore<V> store, String partitionKey, Question<V> question) {
        answer(ctx, store, partitionKey, question, () -> {
            throw noCopy();
        });
    }

    /** @param without what is answered when nobody has a copy */
    <V> void answer(
            Context ctx, TopicStore<V> store, String partitionKey, Question<V> question, Supplier<Object> without) {
        // a peer does not wait: who asked it does
        boolean hopped = ctx.header(Peers.HOP) != null;
        boolean answered = hopped
                ? answered(ctx, store, partitionKey, question)
                : handover.until(() -> answered(ctx, store, partitionKey, question));
        if (!answered) {
            meters.noCopy(store.name());
            ctx.json(without.get());
        }
    }

    private <V> boolean answered(Context ctx, TopicStore<V> store, String partitionKey, Question<V> question) {
        return copies.find(store, partitionKey).stream().anyMatch(place -> answeredAt(place, ctx, store, question));
    }

    static Problem noCopy() {
        return Problem.unavailable("No copy of this data is ready; it is being handed over.", RETRY_AFTER);
    }

    private <V> boolean answeredAt(Place place, Context ctx, TopicStore<V> store, Question<V> question) {
        return switch (place) {
            case Here here -> local(here, store, question).map(ctx::json).isPresent();
            case There there -> ctx.header(Peers.HOP) == null && passedOn(there, ctx, store);
        };
    }

    private <V> Optional<Object> local(Here here, TopicStore<V> store, Question<V> question) {
        try {
            // how fresh it is comes first: what arrives in between makes the answer better than it says, never worse
            var freshness = copies.freshness(store, here);
            if (freshness.isEmpty()) {
                return Optional.empty();
            }
            var meta =
                    Meta.of(freshness.get(), Source.STORE, instance, here.copy().word());
            var answer = question.ask(copies.open(store, here), meta);
            meters.answered(store.name(), here.copy().word());
            return Optional.of(answer);
        } catch (InvalidStateStoreException movingAway) {
            return Optional.empty();
        }
    }

    private boolean passedOn(There there, Context ctx, TopicStore<?> store) {
        var answer = peers.ask(there.peer(), request(ctx));
        answer.ifPresent(given -> {
            meters.answered(store.name(), "peer");
            write(ctx, given);
        });
        return answer.isPresent();
    }

    static Caller caller(Context ctx) {
        return new Caller(Access.tenant(ctx), passedOn(ctx), ctx.header(Peers.HOP) != null);
    }

    private static Map<String, String> passedOn(Context ctx) {
        var headers = new HashMap<String, String>();
        for (var name : PASSED_ON) {
            var value = ctx.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static PeerRequest request(Context ctx) {
        var query = ctx.queryString();
        return PeerRequest.get(ctx.req().getRequestURI() + (query == null ? "" : "?" + query), passedOn(ctx));
    }

    private static void write(Context ctx, PeerAnswer answer) {
        ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }
}
