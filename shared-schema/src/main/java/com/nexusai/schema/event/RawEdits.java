package com.nexusai.schema.event;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Pieces of a JSON text that are replaced by others; every byte between them stays as it is. */
public final class RawEdits {
    private record Edit(int from, int to, RawJson with) {}

    private final List<Edit> edits = new ArrayList<>();

    public static RawEdits replacing(int from, int to, RawJson with) {
        var edits = new RawEdits();
        edits.replace(from, to, with);
        return edits;
    }

    /** In the order in which they stand. */
    public void replace(int from, int to, RawJson with) {
        edits.add(new Edit(from, to, with));
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    public RawJson applyTo(RawJson json) {
        if (edits.isEmpty()) {
            return json;
        }
        byte[] bytes = json.utf8();
        var out = new ByteArrayOutputStream(bytes.length + 64);
        int done = 0;
        for (var edit : edits) {
            out.write(bytes, done, edit.from() - done);
            out.writeBytes(edit.with().utf8());
            done = edit.to();
        }
        out.write(bytes, done, bytes.length - done);
        return RawJson.ofBytes(out.toByteArray());
    }
}
