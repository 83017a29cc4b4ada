package com.nexusai.query.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks peers over HTTP, at the address that each of them advertises. */
public final class HttpPeers implements Peers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPeers.class);
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration timeout;

    public HttpPeers(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Optional<PeerAnswer> ask(HostInfo peer, PeerRequest request) {
        try {
            var response = client.send(httpRequest(peer, request), BodyHandlers.ofString());
            return response.statusCode() == UNAVAILABLE ? Optional.empty() : Optional.of(answer(response));
        } catch (IOException away) {
            LOG.debug("Peer {}:{} is away", peer.host(), peer.port(), away);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest httpRequest(HostInfo peer, PeerRequest request) {
        var to = URI.create("http://" + peer.host() + ":" + peer.port() + LegalUri.encode(request.pathAndQuery()));
        var builder = HttpRequest.newBuilder(to).timeout(timeout).header(HOP, "1");
        request.headers().forEach(builder::header);
        var json = request.json();
        return json == null
                ? builder.GET().build()
                : builder.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
    }

    private static PeerAnswer answer(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("application/json");
        return new PeerAnswer(response.statusCode(), type, response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
