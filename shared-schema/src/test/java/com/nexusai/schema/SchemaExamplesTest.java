package com.nexusai.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nexusai.schema.event.EventReader;
import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemaExamplesTest {
    static Stream<Arguments> examples() {
        return Schemas.names().stream().flatMap(name -> examplesOf(name).map(example -> Arguments.of(name, example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldShowExamplesThatAreValid(String name, JsonNode example) {
        assertThat(SchemaCheck.faults(name, example.toString())).isEmpty();
    }

    @Test
    void shouldHaveAnExampleInEverySchema() {
        assertThat(Schemas.names())
                .allSatisfy(name -> assertThat(examplesOf(name)).as(name).isNotEmpty());
    }

    static Stream<Arguments> examplesOnTopics() {
        return Topics.ALL.stream()
                .filter(topic -> topic.schema() != null && !topic.equals(Topics.EVENTS))
                .flatMap(topic -> examplesOf(topic.schema()).map(example -> Arguments.of(topic, example)));
    }

    @ParameterizedTest
    @MethodSource("examplesOnTopics")
    void shouldReadTheExamplesOfATopicAndWriteTheSameAgain(Topic<?, Object> topic, JsonNode example) {
        var value = topic.valueSerde()
                .deserializer()
                .deserialize(topic.name(), example.toString().getBytes());

        byte[] written = topic.valueSerde().serializer().serialize(topic.name(), value);

        assertThat(Json.MAPPER.readTree(written)).isEqualTo(example);
    }

    @Test
    void shouldReadTheExamplesOfTheDoor() {
        assertThat(examplesOf("event"))
                .allSatisfy(example -> assertThatCode(
                                () -> EventReader.read(example.toString().getBytes()))
                        .doesNotThrowAnyException());
    }

    /** The schema of the door and the reader draw the same line between well-typed and not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"A\"}                              | true",
                "{\"type\":\"A\",\"userId\":4711}              | true",
                "{\"type\":\"A\",\"userId\":null}              | true",
                "{\"type\":\"A\",\"userId\":4.5}               | false",
                "{\"type\":\"A\",\"userId\":{}}                | false",
                "{\"type\":\"A\",\"timestamp\":1769851800250}  | true",
                "{\"type\":\"A\",\"timestamp\":true}           | false",
                "{\"type\":\"A\",\"properties\":null}          | true",
                "{\"type\":\"A\",\"properties\":[]}            | false",
                "{\"type\":\"A\",\"content\":\"hello\"}        | false",
                "{\"type\":[\"A\"]}                            | false",
                "[]                                            | false"
            })
    void shouldAgreeWithTheReaderOnWhatIsWellTyped(String json, boolean wellTyped) {
        assertThat(SchemaCheck.faults("event", json).isEmpty()).isEqualTo(wellTyped);
        assertThat(isRead(json)).isEqualTo(wellTyped);
    }

    private static boolean isRead(String json) {
        try {
            EventReader.read(json.getBytes());
            return true;
        } catch (MalformedEvent refused) {
            return false;
        }
    }

    private static Stream<JsonNode> examplesOf(String name) {
        return Json.MAPPER.readTree(SchemaCheck.text(name)).path("examples").valueStream();
    }
}
