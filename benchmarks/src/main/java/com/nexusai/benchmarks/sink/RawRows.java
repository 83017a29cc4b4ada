package com.nexusai.benchmarks.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Rows of a table as the server itself gives them in binary, and put into another one as they are. */
final class RawRows {
    private static final String COLUMNS = "tenant_id, event_id, type, actor, user_id, anonymous_id, session_id,"
            + " timestamp, received_at, properties, context, content, extra, kafka_partition, kafka_offset, expires_on";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final List<byte[]> pieces = new ArrayList<>();

    /** In the order in which the sink inserted them, in pieces of so many rows. */
    RawRows(URI server, String database, int rows, int piece) throws IOException, InterruptedException {
        this.server = server;
        for (int from = 0; from < rows; from += piece) {
            pieces.add(post(
                    "SELECT " + COLUMNS + " FROM " + database + ".events ORDER BY kafka_offset, kafka_partition LIMIT "
                            + from + ", " + piece + " FORMAT RowBinary",
                    new byte[0]));
        }
    }

    long bytes() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }

    void insertInto(String database) throws IOException, InterruptedException {
        for (var piece : pieces) {
            post("INSERT INTO " + database + ".events (" + COLUMNS + ") FORMAT RowBinary", piece);
        }
    }

    private byte[] post(String sql, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/?query=" + URLEncoder.encode(sql, UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(new String(answer.body(), UTF_8));
        }
        return answer.body();
    }
}
