package com.nexusai.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.benchmarks.codec.LifelikeEvents;
import com.nexusai.ingest.domain.Admission;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.event.EventReader;
import com.nexusai.schema.event.MalformedEvent;
import java.io.ByteArrayOutputStream;

/** The same events in every form: alone, and as arrays. */
final class Bodies {
    private static final int EVENTS = 32_000;

    private final byte[][] events = LifelikeEvents.make(EVENTS);
    private final byte[][] keys = keys(events);

    /** As the door keys them: by tenant and actor. */
    static byte[][] keys(byte[][] events) {
        var keys = new byte[events.length][];
        for (int i = 0; i < events.length; i++) {
            try {
                var actor = String.valueOf(EventReader.read(events[i]).userId);
                keys[i] = EventKey.of(Admission.DEFAULT_TENANT, actor).getBytes(UTF_8);
            } catch (MalformedEvent impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return keys;
    }

    byte[][] keys() {
        return keys;
    }

    byte[][] events() {
        return events;
    }

    byte[][] singles(String key) {
        var requests = new byte[EVENTS][];
        for (int i = 0; i < EVENTS; i++) {
            requests[i] = HttpConnection.post(DoorMain.PATH, key, events[i]);
        }
        return requests;
    }

    byte[][] batches(String key, int size) {
        var requests = new byte[EVENTS / size][];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = HttpConnection.post(DoorMain.PATH, key, array(i * size, size));
        }
        return requests;
    }

    private byte[] array(int from, int size) {
        var json = new ByteArrayOutputStream();
        for (int i = from; i < from + size; i++) {
            json.writeBytes((i == from ? "[" : ",").getBytes(UTF_8));
            json.writeBytes(events[i]);
        }
        json.write(']');
        return json.toByteArray();
    }
}
