package com.nexusai.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.page.Checkout;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    @Test
    void shouldNameEverySchemaOfTheFolderInOrder() throws IOException {
        try (var files = Files.list(Checkout.MODULE.resolve("src/main/resources/schemas"))) {
            assertThat(Schemas.names())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".json", ""))
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void shouldHaveTheSchemaOfEveryTopicThatNamesOne() {
        assertThat(Topics.ALL.stream().map(Topic::schema).filter(Objects::nonNull))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Schemas.names()).contains(name));
    }

    @ParameterizedTest
    @MethodSource("com.nexusai.schema.Schemas#names")
    void shouldBeASchemaThatSaysWhatItIs(String name) {
        var schema = Json.MAPPER.readTree(SchemaCheck.text(name));

        assertThat(SchemaCheck.faultsOfSchema(name)).isEmpty();
        assertThat(schema.path("$id").asString()).isEqualTo("urn:nexusai:schema:" + name);
        assertThat(schema.path("title").asString()).isNotBlank();
        assertThat(schema.path("description").asString()).isNotBlank();
        assertThat(schema.path("additionalProperties").asBoolean())
                .as("fields that are added later must not break a reader")
                .isTrue();
        assertThat(schema.path("properties").properties())
                .allSatisfy(property -> assertThat(property.getValue().has("description"))
                        .as("description of " + property.getKey())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "../logback", "event.json", "EVENT"})
    void shouldHaveNoSchemaOfAnyOtherName(String name) {
        assertThat(Schemas.json(name)).isNull();
    }
}
