package com.nexusai.ingest.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.event.MalformedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    @Test
    void shouldTakeOneEventByteForByte() throws Exception {
        assertThat(split(" { \"type\" : \"Ä\" , \"properties\":{\"a\":[1,{}]} } "))
                .containsExactly("{ \"type\" : \"Ä\" , \"properties\":{\"a\":[1,{}]} }");
    }

    @Test
    void shouldTakeAnArrayOfEventsWhateverTheyAre() throws Exception {
        assertThat(split("[{\"a\":1}, 42 ,\"x\\\"y\", [1,2], null,{\"b\":{}}]"))
                .containsExactly("{\"a\":1}", "42", "\"x\\\"y\"", "[1,2]", "null", "{\"b\":{}}");
    }

    @Test
    void shouldTakeEventsInAWrapper() throws Exception {
        assertThat(split("{\"sentAt\":{\"x\":1},\"events\":[{\"a\":1},{\"b\":2}],\"more\":true}"))
                .containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void shouldTakeAnEventThatHasEventsOfItsOwn() throws Exception {
        var event = "{\"type\":\"X\",\"events\":[{\"type\":\"inner\"}]}";

        assertThat(split(event)).containsExactly(event);
    }

    @Test
    void shouldTakeNoEventsFromAnEmptyArray() throws Exception {
        assertThat(split("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "42",
                "\"x\"",
                "{\"a\":1",
                "[{}",
                "[{},]",
                "{} {}",
                "nonsense",
                "{\"events\":[{}],\"events\":[]}"
            })
    void shouldRefuseWhatCannotBeCut(String body) {
        assertThatThrownBy(() -> split(body)).isInstanceOf(MalformedEvent.class);
    }

    private static List<String> split(String body) throws MalformedEvent {
        return Batch.split(body.getBytes(UTF_8)).stream()
                .map(event -> new String(event, UTF_8))
                .toList();
    }
}
