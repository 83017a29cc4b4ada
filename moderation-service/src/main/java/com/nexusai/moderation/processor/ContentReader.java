package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.moderation.domain.MediumText;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes a submission of an event's content. What cannot be read becomes a submission too, with the problem and the
 * content as it came: a person will see it.
 */
final class ContentReader {
    private static final String HASH = "[0-9a-f]{64}";
    private static final Media NOTHING_KNOWN = new Media(null, null, null, null);

    private final RawJson raw;
    private final JsonNode content;
    private final List<String> problems = new ArrayList<>();

    private ContentReader(RawJson raw) {
        this.raw = raw;
        this.content = tree(raw);
    }

    static Submission read(Event event, RawJson content, Instant at) {
        return new ContentReader(content).submission(event, at);
    }

    private Submission submission(Event event, Instant at) {
        var contentId = Optional.ofNullable(id("contentId")).orElse(event.eventId());
        var authorId = Optional.ofNullable(id("authorId")).orElse(event.actor());
        var kind = kind();
        var text = text(kind);
        var media = media();
        var command = new Submit(
                event.tenantId(),
                ContentRules.wellFormed(contentId),
                kind,
                ContentRules.wellFormed(text),
                authorId == null ? null : ContentRules.wellFormed(authorId),
                "event",
                event.eventId(),
                at,
                null,
                media,
                null);
        return new Submission(command, problems.isEmpty() ? null : String.join("; ", problems));
    }

    /** Ids are often numbers at the producer; they are taken as their digits. */
    private @Nullable String id(String field) {
        var value = content.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            return problem(field + " must be a string, not " + type(value));
        }
        var id = value.asString();
        if (id.length() > ContentRules.LONGEST_ID) {
            return problem(field + " is longer than " + ContentRules.LONGEST_ID + " characters");
        }
        return id.isBlank() ? null : id;
    }

    private ContentKind kind() {
        var value = content.path("kind");
        if (value.isMissingNode() || value.isNull()) {
            // the name that requests use too; producers may mean something else by it
            return ContentRules.kind(content.path("type").asString("")).orElse(ContentKind.MESSAGE);
        }
        if (!value.isString()) {
            problem("kind must be a string, not " + type(value));
            return ContentKind.MESSAGE;
        }
        var kind = ContentRules.kind(value.asString());
        if (kind.isEmpty()) {
            problem("kind '" + Json.shorten(value.asString()) + "' is none of " + ContentRules.kinds());
        }
        return kind.orElse(ContentKind.MESSAGE);
    }

    /** What is known of the thing itself. What is not as it should be is a problem, as with all of content. */
    private @Nullable Media media() {
        var given = content.path("media");
        if (!given.isObject()) {
            return null;
        }
        var media = new Media(
                part(given, "url", "https://\\S{1,2048}"),
                part(given, "mediaType", "[a-z]+/[a-z0-9.+-]{1,80}"),
                part(given, "sha256", HASH),
                part(given, "pdq", HASH));
        return media.equals(NOTHING_KNOWN) ? null : media;
    }

    private @Nullable String part(JsonNode media, String field, String form) {
        var value = media.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        var text = value.isString() ? value.asString() : "";
        return text.matches(form) ? text : problem("media." + field + " is not as it should be");
    }

    /** A medium may have its words in several places. */
    private String written() {
        return MediumText.of(string("text"), string("caption"), string("fileName"), string("transcript"));
    }

    private @Nullable String string(String field) {
        var value = content.path(field);
        return value.isString() ? value.asString() : null;
    }

    private String text(ContentKind kind) {
        var value = content.path("text");
        if (value.isString() || (ContentRules.isMedium(kind) && !written().isEmpty())) {
            return within(ContentRules.isMedium(kind) ? written() : value.asString());
        }
        if (!value.isMissingNode() && !value.isNull()) {
            problem("text must be a string, not " + type(value));
        } else if (!ContentRules.isMedium(kind)) {
            problem("text is missing");
        } else if (problems.isEmpty()) {
            return "";
        }
        return within(raw.toString());
    }

    private String within(String text) {
        if (text.length() <= ContentRules.LONGEST_TEXT) {
            return text;
        }
        problem("text is longer than " + ContentRules.LONGEST_TEXT + " characters, the rest is left out");
        return text.substring(0, ContentRules.LONGEST_TEXT);
    }

    private @Nullable String problem(String problem) {
        problems.add(ContentRules.wellFormed(problem));
        return null;
    }

    private JsonNode tree(RawJson json) {
        try {
            return json.tree();
        } catch (JacksonException unreadable) {
            problem("is not JSON that can be read: " + Json.explain(unreadable));
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String type(JsonNode value) {
        return Json.name(value.asToken());
    }
}
