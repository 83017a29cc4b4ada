package com.nexusai.schema.event;

import com.nexusai.schema.serde.Json;
import java.util.Arrays;

/**
 * Puts JSON together from pieces that are JSON already, and from texts. A generator would keep watch over what may follow
 * on what, which those who write here know; nearly all texts are plain and are copied in one pass.
 */
final class JsonBytes {
    private byte[] bytes;
    private int size;

    JsonBytes(int expected) {
        this.bytes = new byte[expected];
    }

    JsonBytes raw(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    JsonBytes raw(byte[] json) {
        return raw(json, 0, json.length);
    }

    JsonBytes raw(byte[] json, int from, int to) {
        reserve(to - from);
        System.arraycopy(json, from, bytes, size, to - from);
        size += to - from;
        return this;
    }

    /** A JSON string. */
    JsonBytes text(String text) {
        int length = text.length();
        reserve(length + 2);
        bytes[size] = '"';
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return raw(Json.MAPPER.writeValueAsBytes(text));
            }
            bytes[size + 1 + at] = (byte) letter;
        }
        bytes[size + 1 + length] = '"';
        size += length + 2;
        return this;
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
