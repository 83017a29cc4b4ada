package com.nexusai.schema.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.serde.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonToken;

class RawSliceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "-0.50",
                "1e9",
                "true",
                "false",
                "null",
                "\"\"",
                "\"a \\\" } ] , b\"",
                "\"\\u00e9\\n\"",
                "\"é😀\"",
                "{}",
                "{ }",
                "[]",
                "[ 1 , [ ] ]",
                "{\"a\":{\"b\":[{}]},\"c\":\"}\"}"
            })
    void shouldCutOutExactlyTheValueWhereverItStands(String value) throws MalformedEvent {
        for (var json : new String[] {
            "{\"x\":" + value + "}",
            "{\"x\":" + value + ",\"y\":1}",
            "{\"y\":\"é😀\",\"x\":" + value + "}",
            " { \"x\" : " + value + " } ",
            "{\"x\"\n:\n" + value + "\n}",
        }) {
            assertThat(EventReader.read(json.getBytes(UTF_8)).extra()).as(json).containsEntry("x", RawJson.of(value));
        }
    }

    /** As the HTTP gate reads a batch: one parser over the whole body. */
    @Test
    void shouldCutOutOfTheMiddleOfABatch() throws MalformedEvent {
        byte[] batch = "[ {\"x\":12} , {\"properties\":{\"é\":1},\"x\":[2]}]".getBytes(UTF_8);
        try (var parser = Json.MAPPER.createParser(batch)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            parser.nextToken();
            var first = EventReader.read(parser, batch);
            parser.nextToken();
            var second = EventReader.read(parser, batch);

            assertThat(first.extra()).containsEntry("x", RawJson.of("12"));
            assertThat(second.properties).hasToString("{\"é\":1}");
            assertThat(second.extra()).containsEntry("x", RawJson.of("[2]"));
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }

    @Test
    void shouldBeReadAsATreeOrARecordOnDemand() {
        record Point(int x) {}
        var raw = RawJson.of("{\"x\":12,\"unknown\":0}");

        assertThat(raw.tree().path("x").asInt()).isEqualTo(12);
        assertThat(raw.as(Point.class)).isEqualTo(new Point(12));
        assertThat(RawJson.of(raw.tree())).isEqualTo(raw).hasSameHashCodeAs(raw);
    }
}
