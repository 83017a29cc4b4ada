package com.nexusai.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanSchemaTest {
    private static final String PAYMENT = """
            {"properties":{"properties":{
               "type":"object","required":["amount"],
               "properties":{"amount":{"type":"number","minimum":0},"currency":{"pattern":"^[A-Z]{3}$"},
                             "items":{"items":{"type":"string"}}},
               "additionalProperties":false}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"currency\":\"EUR\"}              | properties.amount",
                "{\"amount\":\"much\"}               | properties.amount",
                "{\"amount\":-1}                     | properties.amount",
                "{\"amount\":1,\"currency\":\"€\"}   | properties.currency",
                "{\"amount\":1,\"items\":[\"a\",2]}  | properties.items.1",
                "{\"amount\":1,\"extra\":2}          | properties.extra"
            })
    void shouldNameThePathAtFault(String properties, String path) {
        var fault = compile(PAYMENT).fault(event(properties));

        assertThat(fault).isNotNull();
        assertThat(fault.path()).isEqualTo(path);
        assertThat(fault.problem()).isNotBlank();
    }

    @Test
    void shouldFindNothingWhenTheEventIsAsItShouldBe() {
        assertThat(compile(PAYMENT).fault(event("{\"amount\":1.5,\"currency\":\"EUR\",\"items\":[\"a\"]}")))
                .isNull();
    }

    @Test
    void shouldSeeTheWholeEvent() {
        assertThat(compile("{\"required\":[\"sessionId\"]}").fault(event("{}")).path())
                .isEqualTo("sessionId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "3",
                "{\"minimum\":\"3\"}",
                "{\"type\":\"text\"}",
                "{\"$ref\":\"https://example.org/schema.json\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"file:///etc/passwd\"}}}",
                "{\"allOf\":[{\"$ref\":\"other.json#/a\"}]}",
                "{\"$ref\":\"#/$defs/missing\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/missing\"}}}",
                "{\"$id\":\"https://example.org/\",\"$ref\":\"#/x\"}",
                "{\"properties\":{\"a\":{\"$dynamicRef\":\"#x\"}}}",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}",
                "{\"properties\":{\"a\":{\"pattern\":\"(a\"}}}",
                "{\"properties\":{\"a\":{\"pattern\":\"(?=a)b\"}}}",
                "{\"properties\":{\"a\":{\"pattern\":\"(a)\\\\1\"}}}",
                "{\"patternProperties\":{\"(?!x)\":true}}",
                "{\"properties\":{\"a\":{\"pattern\":\"((a{100}){100}){100}\"}}}",
                "{\"properties\":{\"a\":{\"pattern\":\"(.{1000}){1000}\"}}}"
            })
    @Timeout(20)
    void shouldRefuseASchemaThatCannotBeUsed(String schema) {
        assertThatThrownBy(() -> compile(schema)).isInstanceOf(UnusableSchema.class);
    }

    @Test
    void shouldAcceptFieldsThatAreNamedLikeKeywords() {
        compile(
                "{\"properties\":{\"$id\":{\"type\":\"string\"},\"$ref\":true},\"examples\":[{\"$ref\":\"http://x\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a|a?)+b", "(x+x+)+y"})
    @Timeout(30)
    void shouldNotBeStalledByAPatternThatOthersChokeOn(String pattern) {
        var schema = Json.MAPPER.createObjectNode();
        schema.putObject("properties")
                .putObject("properties")
                .putObject("properties")
                .putObject("text")
                .put("pattern", pattern);
        var compiled = PlanSchema.compile(schema);
        var began = System.nanoTime();

        compiled.fault(event("{\"text\":\"" + "a".repeat(60_000) + "!\"}"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#\"}",
                "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}",
            })
    @Timeout(30)
    void shouldComeToAnEndWhenASchemaHasNone(String schema) {
        assertThat(judgeOrRefuse(schema)).isTrue();
    }

    @Test
    @Timeout(30)
    void shouldComeToAnEndWhenASchemaDoublesAtEveryStep() {
        var defs = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            defs.append("\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}]},"
                    .formatted(i, i + 1, i + 1));
        }

        assertThat(judgeOrRefuse("{\"$defs\":{" + defs + "\"d40\":true},\"$ref\":\"#/$defs/d0\"}"))
                .isTrue();
    }

    @Test
    void shouldFollowASchemaThatDescribesATree() {
        var tree = compile("{\"properties\":{\"properties\":{\"$ref\":\"#/$defs/node\"}},\"$defs\":{\"node\":"
                + "{\"properties\":{\"name\":{\"type\":\"string\"},\"child\":{\"$ref\":\"#/$defs/node\"}}}}}");

        assertThat(tree.fault(event("{\"child\":{\"child\":{\"name\":\"x\"}}}")))
                .isNull();
        assertThat(tree.fault(event("{\"child\":{\"child\":{\"name\":7}}}")).path())
                .isEqualTo("properties.child.child.name");
    }

    /** Either is an end: the schema is refused, or the event is judged. */
    private static boolean judgeOrRefuse(String schema) {
        try {
            compile(schema).fault(event("{\"amount\":1}"));
        } catch (UnusableSchema refused) {
            return !refused.problem().isBlank();
        }
        return true;
    }

    static PlanSchema compile(String schema) {
        return PlanSchema.compile(Json.MAPPER.readTree(schema));
    }

    static Event event(String properties) {
        return new Event(
                "e-1",
                "acme",
                "PAYMENT_COMPLETED",
                "u-1",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.of(properties),
                RawJson.EMPTY_OBJECT,
                null,
                Map.of());
    }
}
