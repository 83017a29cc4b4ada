package com.nexusai.schema.event;

import com.nexusai.schema.serde.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;

/** Trees of other people's JSON: a name given twice is refused, and a number comes out as it went in. */
public final class StrictJson {
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private static final ObjectWriter WRITER = Json.MAPPER.writer();
    private static final ObjectWriter ESCAPING = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private StrictJson() {}

    public static JsonNode read(byte[] json) throws MalformedEvent {
        try {
            return READER.readValue(json);
        } catch (JacksonException notJson) {
            throw new MalformedEvent(null, "is not valid JSON: " + Json.explain(notJson));
        }
    }

    public static byte[] write(JsonNode tree) {
        try {
            return WRITER.writeValueAsBytes(tree);
        } catch (JacksonException halfOfASurrogatePair) {
            // It has no UTF-8; as an escape it reaches whoever refuses it for what it is.
            return ESCAPING.writeValueAsBytes(tree);
        }
    }
}
