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

    @Test
    void shouldSayWhetherTheBodyIsOneEventAlone() throws Exception {
        assertThat(Batch.cut("{\"type\":\"T\"}".getBytes(UTF_8), "events").bare())
                .isTrue();
        assertThat(Batch.cut("[{}]".getBytes(UTF_8), "events").bare()).isFalse();
        assertThat(Batch.cut("{\"events\":[{}]}".getBytes(UTF_8), "events").bare())
                .isFalse();
    }

    @Test
    void shouldCutOutAnEventThatIsNestedTooDeepSoThatItSinksAlone() throws Exception {
        var deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);

        assertThat(split("[{\"a\":1}," + deep + "]")).containsExactly("{\"a\":1}", deep);
    }

    @Test
    void shouldRefuseAnAttack() {
        assertThatThrownBy(() -> split("[".repeat(10_000))).isInstanceOf(MalformedEvent.class);
        assertThatThrownBy(() -> split("[{\"a\":" + "1".repeat(10_000) + "}]")).isInstanceOf(MalformedEvent.class);
    }

    private static List<String> split(String body) throws MalformedEvent {
        return Batch.cut(body.getBytes(UTF_8), "events").events().stream()
                .map(event -> new String(event, UTF_8))
                .toList();
    }
}
