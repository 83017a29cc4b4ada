package com.nexusai.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.serde.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChangeTest {
    private static final String BEFORE =
            "{\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":[\"integer\",\"null\"],\"maximum\":9},\"b\":{\"enum\":[1,2]}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"required\":[\"a\",\"b\"],\"properties\":{\"b\":{\"enum\":[1,2]}}} | the event.b is now required",
                "{\"properties\":{\"a\":{\"type\":\"integer\"}}} | the event.a may no longer be of type [null]",
                "{\"properties\":{\"a\":{\"type\":[\"integer\",\"null\"],\"maximum\":8}}} | the event.a has a tighter"
                        + " maximum, 8",
                "{\"properties\":{\"a\":{\"minimum\":0}}} | the event.a has a tighter minimum, 0",
                "{\"properties\":{\"b\":{\"enum\":[1]}}} | the event.b may no longer be one of [2]",
                "{\"properties\":{\"a\":{\"enum\":[1]}}} | the event.a may now only be one of [1]",
                "{\"properties\":{\"a\":true,\"b\":true},\"additionalProperties\":false} | the event no longer allows"
                        + " fields that are not named",
                "{\"properties\":{\"a\":{\"pattern\":\"x\"}}} | the event.a has a new or another 'pattern'",
                "{\"not\":{}} | the event has a new or another 'not'",
            })
    void shouldObjectToWhatMayRefuseAnEventThatWasAccepted(String after, String objection) {
        assertThat(objections(after)).containsExactly(objection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "true",
                "{\"properties\":{\"a\":{\"type\":[\"number\",\"null\",\"string\"],\"maximum\":10}}}",
                "{\"required\":[\"a\"],\"properties\":{\"b\":{\"enum\":[3,2,1]},\"c\":{\"type\":\"string\"}}}",
                "{\"title\":\"better words\"}"
            })
    void shouldAcceptWhatOnlyLoosens(String after) {
        assertThat(objections(after)).isEmpty();
    }

    @Test
    void shouldObjectToLosingAFieldOfAClosedObject() {
        assertThat(PlanChange.objections(
                        Json.MAPPER.readTree("{\"properties\":{\"a\":true,\"b\":true},\"additionalProperties\":false}"),
                        Json.MAPPER.readTree("{\"properties\":{\"a\":true},\"additionalProperties\":false}")))
                .containsExactly("the event.b is no longer allowed");
    }

    private static List<String> objections(String after) {
        return PlanChange.objections(Json.MAPPER.readTree(BEFORE), Json.MAPPER.readTree(after));
    }
}
