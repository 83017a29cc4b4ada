package com.nexusai.moderation.http;

import com.nexusai.kit.trace.CorrelationId;
import com.nexusai.kit.trace.TraceContext;
import com.nexusai.kit.trace.TraceScope;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.state.HostInfo;

/** Asks another instance of this service the same question, with the caller's own credential, and one hop far only. */
public final class Peers implements AutoCloseable {
    private static final String HOP = "X-Fleet-Hop";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** For what each of them has to work on. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);

    private static final List<String> CREDENTIALS = List.of("Authorization", "X-Api-Key");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether the question comes from a peer: then it is ours to answer, and never handed on. */
    static boolean asked(Context ctx) {
        return ctx.header(HOP) != null;
    }

    HttpResponse<byte[]> ask(HostInfo peer, Question question) throws IOException, InterruptedException {
        var address = URI.create("http://" + peer.host() + ":" + peer.port() + question.pathAndQuery());
        return client.send(question.request().copy().uri(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What is asked, taken from the request once, so that it can be asked from other threads. */
    record Question(String pathAndQuery, HttpRequest.Builder request) {
        /** @param pathAndQuery made by us, not taken from the request: what a client may write is no URI of ours */
        static Question of(Context ctx, String pathAndQuery) {
            return from(ctx, pathAndQuery, HttpRequest.newBuilder().GET().timeout(PATIENCE));
        }

        /** The same with a body, and more time for the answer. */
        static Question post(Context ctx, String pathAndQuery, byte[] json) {
            var body = HttpRequest.BodyPublishers.ofByteArray(json);
            var request = HttpRequest.newBuilder().POST(body).timeout(LONG_PATIENCE);
            return from(ctx, pathAndQuery, request.header("Content-Type", "application/json"));
        }

        private static Question from(Context ctx, String pathAndQuery, HttpRequest.Builder request) {
            request.header(HOP, "1");
            for (var name : CREDENTIALS) {
                var value = ctx.header(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            request.header(TraceContext.HEADER, TraceScope.current().traceparent());
            var correlation = TraceScope.currentCorrelationId();
            if (correlation != null) {
                request.header(CorrelationId.HTTP_HEADER, correlation);
            }
            return new Question(pathAndQuery, request);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
