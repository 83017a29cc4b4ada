package com.nexusai.moderation.provider;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.provider.Answer.Cause;
import com.nexusai.moderation.provider.Answer.Failed;
import com.nexusai.moderation.provider.Answer.Verdict;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Posts JSON to a provider and makes an answer of whatever comes back, or does not. */
final class JsonCalls {
    /** The longest that a provider has to say is a few kilobytes. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    /** Bad request, too large, of no known type, not to be processed: another content may well be taken. */
    private static final Set<Integer> ABOUT_THE_CONTENT = Set.of(400, 413, 415, 422);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final HttpClient client;
    private final String provider;
    private final Map<String, String> headers;
    private final List<String> judged;

    /** @param judges what the provider looks for */
    JsonCalls(HttpClient client, String provider, Map<String, String> headers, Collection<Category> judges) {
        this.client = client;
        this.provider = provider;
        this.headers = Map.copyOf(headers);
        this.judged = judges.stream().map(Category::label).distinct().sorted().toList();
    }

    /** Of content that the provider does not look at. */
    Failed unfit(String detail) {
        return failed(Cause.UNFIT, detail);
    }

    /**
     * @param sawMedia whether the question holds the thing itself
     * @param reading makes reasons of the answer; throws {@link Nonsense} if it is not what the provider promises
     */
    Answer post(URI uri, Object body, boolean sawMedia, Duration time, Function<JsonNode, List<Reason>> reading)
            throws InterruptedException {
        if (!time.isPositive()) {
            return failed(Cause.SLOW, "There was no time left to ask.");
        }
        var request = HttpRequest.newBuilder(uri)
                .timeout(time)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
        headers.forEach(request::header);
        var sent = client.sendAsync(
                request.build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            // the client's own timeout ends with the headers; a body can trickle for ever
            return answer(sent.get(time.toNanos(), TimeUnit.NANOSECONDS), sawMedia, reading);
        } catch (TimeoutException slow) {
            return failed(Cause.SLOW, "It did not answer within " + time.toMillis() + " ms.");
        } catch (ExecutionException failure) {
            return failed(Objects.requireNonNullElse(failure.getCause(), failure));
        } finally {
            sent.cancel(true);
        }
    }

    private Answer answer(HttpResponse<byte[]> response, boolean sawMedia, Function<JsonNode, List<Reason>> reading) {
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS) {
            return new Failed(provider, Cause.BUSY, "It is asked too often.", pause(response));
        }
        if (status >= SERVER_ERRORS) {
            return new Failed(provider, Cause.BROKEN, "It answered " + status + ".", pause(response));
        }
        if (ABOUT_THE_CONTENT.contains(status)) {
            return failed(Cause.UNFIT, "It answered " + status + ".");
        }
        if (status / 100 != 2) {
            return failed(Cause.REFUSED, "It answered " + status + ".");
        }
        try {
            var json = Json.MAPPER.readTree(new String(response.body(), StandardCharsets.UTF_8));
            return new Verdict(provider, reading.apply(json), sawMedia, judged);
        } catch (JacksonException | Nonsense nonsense) {
            return failed(Cause.NONSENSE, "Its answer is not what it promises.");
        }
    }

    private Failed failed(Throwable failure) {
        return switch (failure) {
            case HttpTimeoutException slow -> failed(Cause.SLOW, "It did not answer in time.");
            case IOException broken -> failed(Cause.BROKEN, "It cannot be reached, or broke off.");
            default ->
                failed(Cause.BROKEN, "Asking it failed: " + failure.getClass().getSimpleName() + ".");
        };
    }

    private Failed failed(Cause cause, String detail) {
        return new Failed(provider, cause, detail, Duration.ZERO);
    }

    private static Duration pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                .orElse(Duration.ZERO);
    }
}
