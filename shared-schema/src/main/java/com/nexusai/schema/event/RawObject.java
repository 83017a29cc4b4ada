package com.nexusai.schema.event;

import com.nexusai.schema.serde.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Adds to a JSON object without touching what it says already: the bytes before and after stay as they came. */
public final class RawObject {
    private RawObject() {}

    /** With this member, in place of one of that name. */
    public static RawJson put(RawJson object, String name, RawJson value) {
        byte[] json = object.utf8();
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            parser.nextToken();
            String member;
            while ((member = parser.nextName()) != null) {
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                if (member.equals(name)) {
                    return RawEdits.replacing(from, to, value).applyTo(object);
                }
            }
        }
        return append(object, Map.of(name, value));
    }

    /** The member of this name; null where there is none. */
    public static @Nullable RawJson find(RawJson object, String name) {
        byte[] json = object.utf8();
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            parser.nextToken();
            String member;
            while ((member = parser.nextName()) != null) {
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                if (member.equals(name)) {
                    return RawJson.slice(
                            json, from, (int) parser.currentLocation().getByteOffset());
                }
            }
            return null;
        }
    }

    /** With these members at its end; the caller knows that it has none of these names. */
    public static RawJson append(RawJson object, Map<String, RawJson> members) {
        if (members.isEmpty()) {
            return object;
        }
        byte[] json = object.utf8();
        int end = json.length - 1;
        while (json[end] != '}') {
            end--;
        }
        int last = end - 1;
        while (json[last] <= ' ') {
            last--;
        }
        var out = new JsonBytes(json.length + 64 * members.size()).raw(json, 0, last + 1);
        boolean first = json[last] == '{';
        for (var member : members.entrySet()) {
            if (!first) {
                out.raw(',');
            }
            first = false;
            out.text(member.getKey()).raw(':').raw(member.getValue().utf8());
        }
        return RawJson.ofBytes(out.raw(json, last + 1, json.length).toBytes());
    }
}
