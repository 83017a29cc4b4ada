package com.nexusai.schema.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.serde.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
    @Property
    void shouldWriteAnyTextAsTheMapperDoes(@ForAll String text) {
        assertThat(new JsonBytes(0).text(text).toBytes()).isEqualTo(Json.MAPPER.writeValueAsBytes(text));
    }

    /** Among all characters of Unicode a text of plain ones with one that is not would hardly ever be drawn. */
    @Property
    void shouldWriteAsciiAsTheMapperDoes(@ForAll @CharRange(from = '\u0000', to = '\u007f') String text) {
        assertThat(new JsonBytes(0).text(text).toBytes()).isEqualTo(Json.MAPPER.writeValueAsBytes(text));
    }

    @Property
    void shouldEscapeOneAmongPlainLetters(
            @ForAll @CharRange(from = 'a', to = 'e') @Chars({'"', '\\', '\n'}) String text) {
        assertThat(new JsonBytes(0).text(text).toBytes()).isEqualTo(Json.MAPPER.writeValueAsBytes(text));
    }

    @Test
    void shouldGrowAndKeepTheOrderOfItsPieces() {
        var json = new JsonBytes(1)
                .raw('{')
                .text("plain")
                .raw(':')
                .raw("xx[1]yy".getBytes(UTF_8), 2, 5)
                .raw(',')
                .text("a \"quote\"")
                .raw(':')
                .text("é\n😀")
                .raw('}');

        assertThat(new String(json.toBytes(), UTF_8)).isEqualTo("{\"plain\":[1],\"a \\\"quote\\\"\":\"é\\n😀\"}");
    }
}
