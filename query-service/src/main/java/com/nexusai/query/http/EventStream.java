package com.nexusai.query.http;

import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events, as browsers read them. Each is on its way at once. */
final class EventStream {
    private final OutputStream out;

    EventStream(OutputStream out) {
        this.out = out;
    }

    /** How long a client should wait before it comes again. */
    void retry(long millis) throws IOException {
        write("retry: " + millis + "\n\n");
    }

    void event(String id, String name, Object data) throws IOException {
        // one line: JSON of ours has no line breaks
        write("id: " + id + "\nevent: " + name + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n");
    }

    /** Says that the line is alive, to whatever lies between. */
    void comment(String text) throws IOException {
        write(": " + text + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
