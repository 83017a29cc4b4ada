package com.nexusai.ingest.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.schema.event.RawEdits;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.Privacy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Goes through one part of an event once and replaces what must not be seen; all other bytes stay as they came. It says
 * of each what it did: {@code properties.email:masked}.
 */
final class Scrubber {
    static final String PROPERTIES = "properties";
    static final String CONTEXT = "context";

    private static final int MOST_NOTES = 50;

    /** They have a treatment of their own, or only look like a number at times. */
    private static final Set<String> LEFT_ALONE = Set.of("ip", "userAgent", Pseudonymiser.RECORD);

    private final String tenantId;
    private final Privacy privacy;
    private final TenantHash hash;
    private final String part;
    private final byte[] json;
    private final Set<String> notes;
    private final RawEdits edits = new RawEdits();
    /** The names down to where the parser stands; an array has the name of its field for all its elements. */
    private final Deque<String> path = new ArrayDeque<>();

    private String name;
    private int maskedNames;

    private Scrubber(String tenantId, Privacy privacy, TenantHash hash, String part, byte[] json, Set<String> notes) {
        this.tenantId = tenantId;
        this.privacy = privacy;
        this.hash = hash;
        this.part = part;
        this.name = part;
        this.json = json;
        this.notes = notes;
    }

    /** @param part the field of the event whose value this is */
    static RawJson scrub(
            String part, RawJson value, String tenantId, Privacy privacy, TenantHash hash, Set<String> notes) {
        var scrubber = new Scrubber(tenantId, privacy, hash, part, value.utf8(), notes);
        scrubber.walk();
        return scrubber.edits.applyTo(value);
    }

    private void walk() {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                visit(token, parser);
            }
        }
    }

    private void visit(JsonToken token, JsonParser parser) {
        switch (token) {
            case PROPERTY_NAME -> visitName(parser);
            case START_OBJECT, START_ARRAY -> {
                if (isHashed()) {
                    hashWhole(parser);
                } else {
                    path.addLast(name);
                }
            }
            case END_OBJECT, END_ARRAY -> name = path.removeLast();
            case VALUE_STRING -> visitText(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
                if (isHashed()) {
                    hashWhole(parser);
                }
            }
            default -> {}
        }
    }

    /** A name can be an address too; then it gets a number, so that two of them stay two. */
    private void visitName(JsonParser parser) {
        name = parser.currentName();
        if (part.equals(CONTEXT) && path.size() == 1 && LEFT_ALONE.contains(name)) {
            parser.nextToken();
            parser.skipChildren();
            return;
        }
        var masked = masked(name);
        if (!masked.equals(name)) {
            maskedNames++;
            name = maskedNames == 1 ? masked : masked + maskedNames;
            int from = start(parser);
            edits.replace(from, endOfText(from), RawJson.ofText(name));
            note("name-masked");
        }
    }

    private void visitText(JsonParser parser) {
        var text = parser.getString();
        if (isHashed()) {
            if (!TenantHash.isHash(text)) {
                replaceText(start(parser), hash.of(tenantId, text.getBytes(UTF_8)));
                note("hashed");
            }
            return;
        }
        var masked = masked(text);
        if (!masked.equals(text)) {
            replaceText(start(parser), masked);
            note("masked");
        }
    }

    private void hashWhole(JsonParser parser) {
        int from = start(parser);
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        var text = hash.of(tenantId, Arrays.copyOfRange(json, from, to));
        edits.replace(from, to, RawJson.ofText(text));
        note("hashed");
    }

    private void replaceText(int from, String text) {
        edits.replace(from, endOfText(from), RawJson.ofText(text));
    }

    private String masked(String text) {
        var withoutEmails = privacy.maskEmails() ? EmailMask.mask(text) : text;
        return privacy.maskPhones() ? PhoneMask.mask(withoutEmails) : withoutEmails;
    }

    private boolean isHashed() {
        return part.equals(PROPERTIES)
                && !path.isEmpty()
                && privacy.hashedProperties().contains(name);
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Behind the closing quote. */
    private int endOfText(int from) {
        int at = from + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private void note(String what) {
        if (notes.size() < MOST_NOTES) {
            var where = new StringBuilder();
            String last = "";
            for (var step : path) {
                // an array within an array has the same name as its field
                if (!step.equals(last)) {
                    where.append(where.isEmpty() ? "" : ".").append(step);
                }
                last = step;
            }
            if (!name.equals(last)) {
                where.append(where.isEmpty() ? "" : ".").append(name);
            }
            notes.add(Json.shorten(where.toString()) + ":" + what);
        }
    }
}
