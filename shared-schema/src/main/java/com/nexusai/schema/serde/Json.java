package com.nexusai.schema.serde;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: ISO times, no nulls written, unknown fields tolerated, hostile nesting and numbers refused. */
public final class Json {
    public static final int MAX_DEPTH = 64;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // JSON between systems is UTF-8 (RFC 8259); a guess at UTF-16 would lose the byte offsets of slices
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** What its messages say to programmers who can set its features. */
    private static final Pattern JACKSON_ADVICE =
            Pattern.compile(" \\(start marker at .*|: enable `.*|, from `[^`]*`", Pattern.DOTALL);

    private Json() {}

    /** Jackson's message for a person who sees the JSON and not our class names. */
    public static String explain(JacksonException problem) {
        var location = problem.getLocation();
        var where =
                location == null || location.getByteOffset() < 0 ? "" : " (at byte " + location.getByteOffset() + ")";
        return shorten(JACKSON_ADVICE.matcher(problem.getOriginalMessage()).replaceAll("")) + where;
    }

    /** What a token is called in an error message. */
    public static String name(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a number";
            case VALUE_NUMBER_FLOAT -> "a fractional number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> token.name();
        };
    }

    /** What somebody sent, made fit to be shown: not too long, and without halves of surrogate pairs. */
    public static String shorten(String text) {
        var shown = text.length() <= 200 ? text : text.substring(0, 200) + "…";
        return new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
