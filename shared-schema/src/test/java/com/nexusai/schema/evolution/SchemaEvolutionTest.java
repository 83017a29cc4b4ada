package com.nexusai.schema.evolution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.Schemas;
import com.nexusai.schema.page.Checkout;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The events on the topic are older than the code that reads them: their schema only grows. */
class SchemaEvolutionTest {
    @ParameterizedTest
    @ValueSource(strings = {"event", "validated-event"})
    void shouldOnlyGrow(String name) throws IOException {
        var before = baseline(name);
        var now = current(name);

        assertThat(SchemaEvolution.objections(before, now))
                .as("schemas/%s.json has changed in a way that breaks readers or records already on the topic", name)
                .isEmpty();
        assertThat(now)
                .as(
                        "schemas/%1$s.json has changed compatibly. To let others count on it, copy it:%n"
                                + "cp shared-schema/src/main/resources/schemas/%1$s.json"
                                + " shared-schema/src/test/resources/baseline/",
                        name)
                .isEqualTo(before);
    }

    @Test
    void shouldAllowAFieldThatNeedNotBeThere() {
        assertThat(objectionsTo(schema -> property(schema, "later").put("type", "string")))
                .isEmpty();
    }

    @Test
    void shouldAllowBetterWords() {
        assertThat(objectionsTo(schema -> property(schema, "type").put("description", "better")))
                .isEmpty();
    }

    @Test
    void shouldRefuseANewRequiredField() {
        assertThat(objectionsTo(schema -> array(schema, "required").add("sessionId")))
                .containsExactly("the value.sessionId is now required: older records do not have it");
    }

    @Test
    void shouldRefuseAFieldThatMayNowBeMissing() {
        assertThat(objectionsTo(schema -> array(schema, "required").remove(0)))
                .containsExactly("the value.eventId is no longer required: readers count on it");
    }

    @Test
    void shouldRefuseAnotherType() {
        assertThat(objectionsTo(schema -> property(schema, "userId").put("type", "integer")))
                .containsExactly("the value.userId was of type [string] and is now [integer]:"
                        + " readers and older records have the former");
    }

    @Test
    void shouldRefuseToLoseAField() {
        assertThat(objectionsTo(schema -> object(schema, "properties").remove("sessionId")))
                .containsExactly("the value.sessionId is gone: readers that use it would find nothing");
    }

    @Test
    void shouldRefuseToLoseAValue() {
        var before = current("cell");
        var after = before.deepCopy();
        array(property(after, "granularity"), "enum").remove(0);

        assertThat(SchemaEvolution.objections(before, after))
                .containsExactly("the value.granularity no longer has the values [MINUTE]: older records have them");
    }

    @Test
    void shouldRefuseToCloseAnOpenVocabulary() {
        assertThat(objectionsTo(
                        schema -> property(schema, "type").putArray("enum").add("A")))
                .containsExactly("the value.type was open and now has only these values: [A]");
    }

    @Test
    void shouldRefuseATighterLimit() {
        assertThat(objectionsTo(schema -> property(schema, "userId").put("maxLength", 10)))
                .containsExactly("the value.userId has a new maxLength, 10: older records may not keep to it");
    }

    @Test
    void shouldRefuseToForbidFieldsThatAreNotNamed() {
        assertThat(objectionsTo(schema -> schema.put("additionalProperties", false)))
                .containsExactly("the value no longer allows fields that are not named:"
                        + " records on the topic may have them");
    }

    @Test
    void shouldLookIntoObjectsAndLists() {
        var before = current("decision");
        var after = before.deepCopy();
        object(object(object(property(after, "reasons"), "items"), "properties"), "span")
                .remove("properties");

        assertThat(SchemaEvolution.objections(before, after))
                .containsExactly(
                        "the value.reasons[].span.from is gone: readers that use it would find nothing",
                        "the value.reasons[].span.to is gone: readers that use it would find nothing");
    }

    private static List<String> objectionsTo(Consumer<ObjectNode> change) {
        var before = current("validated-event");
        var after = before.deepCopy();
        change.accept(after);
        return SchemaEvolution.objections(before, after);
    }

    private static ObjectNode current(String name) {
        return (ObjectNode) Json.MAPPER.readTree(requireNonNull(Schemas.json(name)));
    }

    private static JsonNode baseline(String name) throws IOException {
        return Json.MAPPER.readTree(
                Files.readString(Checkout.MODULE.resolve("src/test/resources/baseline/" + name + ".json")));
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return object(object(schema, "properties"), name);
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.has(name) ? (ObjectNode) parent.get(name) : parent.putObject(name);
    }

    private static ArrayNode array(ObjectNode parent, String name) {
        return (ArrayNode) parent.get(name);
    }
}
