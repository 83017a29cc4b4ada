package com.nexusai.ingest.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an SDK is told when all went well. */
public final class Answer {
    private static final byte[] TRANSPARENT_GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final int status;
    private final String contentType;
    private final byte[] body;

    private Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    static Answer json(String json) {
        return new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(String text) {
        return new Answer(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer accepted() {
        return new Answer(202, "text/plain", new byte[0]);
    }

    /** One transparent pixel, for an {@code img} element. */
    static Answer pixel() {
        return new Answer(200, "image/gif", TRANSPARENT_GIF);
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }
}
