package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a question on to the instance that has the answer. */
final class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final Duration UNTIL_OWNED = Duration.ofSeconds(2);

    private Forwarding() {}

    static void forward(Context ctx, Peers peers, HostInfo peer, String path) {
        try {
            var answer = peers.ask(peer, Peers.Question.of(ctx, path));
            ctx.status(answer.statusCode());
            answer.headers().firstValue("Content-Type").ifPresent(ctx::contentType);
            answer.headers().firstValue("Retry-After").ifPresent(seconds -> ctx.header("Retry-After", seconds));
            ctx.result(answer.body());
        } catch (IOException failure) {
            LOG.warn("no answer from {}:{}", peer.host(), peer.port(), failure);
            throw moving();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw moving();
        }
    }

    static Problem moving() {
        return Problem.unavailable("The instance that holds this cannot be reached now.", UNTIL_OWNED);
    }
}
