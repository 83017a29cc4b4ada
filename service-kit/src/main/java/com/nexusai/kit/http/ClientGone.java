package com.nexusai.kit.http;

import com.nexusai.kit.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** A body that did not arrive: too slow, or cut off. */
final class ClientGone {
    private ClientGone() {}

    static RuntimeException because(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTimeout(cause)) {
                return tooSlow();
            }
            if (cause instanceof HttpException http) {
                return Problem.of(http.getCode(), "malformed-request", "The request cannot be read", reason(http));
            }
        }
        return new UncheckedIOException(failure);
    }

    private static boolean isTimeout(Throwable cause) {
        return cause instanceof TimeoutException || (cause instanceof HttpException http && http.getCode() == 408);
    }

    static Problem tooSlow() {
        return Problem.of(408, "body-too-slow", "The body came too slowly", "The body did not arrive in time.")
                .header("Connection", "close");
    }

    private static String reason(HttpException http) {
        return http.getReason() == null ? "The request is not valid HTTP." : http.getReason() + ".";
    }
}
