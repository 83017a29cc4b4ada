package com.nexusai.devstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The producer's side of {@code POST /api/v1/analytics/track}. What may be tried again is tried again, ids unchanged. */
final class Track {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI target;
    private final String key;

    Track(HttpClient http, URI ingest, String key) {
        this.http = http;
        this.target = ingest.resolve("/api/v1/analytics/track");
        this.key = key;
    }

    void send(List<DemoEvent> events) {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(
                        events.stream().map(DemoEvent::json).collect(Collectors.joining(",", "{\"events\":[", "]}"))))
                .build();
        Duration pause = FIRST_PAUSE;
        while (!accepted(request, pause)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private boolean accepted(HttpRequest request, Duration pause) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 401 || status == 403) {
                throw new IllegalStateException("The key was not accepted (" + status + "): " + response.body());
            }
            boolean again = status == 429 || status >= 500;
            if (again) {
                Thread.sleep(wished(response, pause));
            } else if (status >= 400) {
                System.err.println("Not accepted (" + status + "): " + response.body());
            }
            return !again;
        } catch (IOException notThere) {
            return interruptedWhileWaiting(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean interruptedWhileWaiting(Duration pause) {
        try {
            Thread.sleep(pause);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration wished(HttpResponse<?> response, Duration otherwise) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,3}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(otherwise);
    }
}
