package com.nexusai.schema.event;

import com.nexusai.schema.serde.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value as the bytes it came in. Most events pass through without anybody asking what is inside, so it is
 * parsed only on demand.
 */
public final class RawJson {
    public static final RawJson EMPTY_OBJECT = RawJson.of("{}");

    private final byte[] utf8;

    private RawJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** The caller vouches that the text is one well-formed JSON value. */
    public static RawJson of(String json) {
        return new RawJson(json.getBytes(StandardCharsets.UTF_8));
    }

    public static RawJson of(JsonNode node) {
        return new RawJson(Json.MAPPER.writeValueAsBytes(node));
    }

    /** A JSON string. */
    public static RawJson ofText(String text) {
        return new RawJson(Json.MAPPER.writeValueAsBytes(text));
    }

    /** Not copied: the caller gives them away. */
    static RawJson ofBytes(byte[] utf8) {
        return new RawJson(utf8);
    }

    static RawJson slice(byte[] source, int from, int to) {
        return new RawJson(Arrays.copyOfRange(source, from, to));
    }

    public JsonNode tree() {
        return Json.MAPPER.readTree(utf8);
    }

    public <T> T as(Class<T> type) {
        return Json.MAPPER.readValue(utf8, type);
    }

    public int size() {
        return utf8.length;
    }

    /** A view, not a copy, for writers, who do not change it. */
    public byte[] utf8() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
