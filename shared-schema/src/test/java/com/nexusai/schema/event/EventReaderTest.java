package com.nexusai.schema.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    @Test
    void shouldReadEveryFieldOfTheEnvelope() throws MalformedEvent {
        var draft = read("""
                {"eventId":"e","tenantId":"t","type":"A","userId":"u","anonymousId":"a","sessionId":"s",
                 "timestamp":"2026-01-31T10:30:00+01:00","receivedAt":1769851800250,
                 "properties":{"a":1},"context":{"b":2},"content":{"c":3},"unknown":[4]}""");

        assertThat(draft.eventId).isEqualTo("e");
        assertThat(draft.tenantId).isEqualTo("t");
        assertThat(draft.type).isEqualTo("A");
        assertThat(draft.userId).isEqualTo("u");
        assertThat(draft.anonymousId).isEqualTo("a");
        assertThat(draft.sessionId).isEqualTo("s");
        assertThat(draft.timestamp).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(draft.receivedAt).isEqualTo(Instant.parse("2026-01-31T09:30:00.250Z"));
        assertThat(draft.properties).hasToString("{\"a\":1}");
        assertThat(draft.context).hasToString("{\"b\":2}");
        assertThat(draft.content).hasToString("{\"c\":3}");
        assertThat(draft.extra()).containsExactly(Map.entry("unknown", RawJson.of("[4]")));
    }

    @Test
    void shouldTakeAnIntegerIdAsItsDigits() throws MalformedEvent {
        assertThat(read("{\"userId\":123456789012345678901234567890}").userId)
                .isEqualTo("123456789012345678901234567890");
    }

    @Test
    void shouldTakeNullAsMissing() throws MalformedEvent {
        var draft = read("{\"userId\":null,\"timestamp\":null,\"properties\":null,\"content\":null}");

        assertThat(draft.userId).isNull();
        assertThat(draft.timestamp).isNull();
        assertThat(draft.properties).isNull();
        assertThat(draft.content).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"userId\":{}}         | userId     | must be a string, not an object",
                "{\"userId\":[1]}        | userId     | must be a string, not an array",
                "{\"eventId\":true}      | eventId    | must be a string, not a boolean",
                "{\"tenantId\":1.5}      | tenantId   | must be a string, not a fractional number",
                "{\"type\":[]}           | type       | must be a string, not an array",
                "{\"properties\":[]}     | properties | must be an object, not an array",
                "{\"context\":\"x\"}     | context    | must be an object, not a string",
                "{\"content\":7}         | content    | must be an object, not a number",
                "{\"timestamp\":1.5}     | timestamp  | must be an ISO-8601 time or epoch milliseconds, not a"
                        + " fractional number",
                "{\"timestamp\":false}   | timestamp  | must be an ISO-8601 time or epoch milliseconds, not a boolean",
                "{\"receivedAt\":[]}     | receivedAt | must be an ISO-8601 time or epoch milliseconds, not an array"
            })
    void shouldNameTheFieldWhenItHasTheWrongType(String json, String field, String problem) {
        var refusal = refusalOf(json.getBytes(UTF_8));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal).hasMessage("field '%s' %s", field, problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "\"2026-01-31T09:30:00\"",
                "\"+10000-01-01T00:00:00Z\"",
                "253402300800000",
                "9223372036854775807",
                "-99999999999999999",
                "92233720368547758070"
            })
    void shouldSayHowToWriteATimeWhenItIsNone(String time) {
        var refusal = refusalOf(("{\"timestamp\":" + time + "}").getBytes(UTF_8));

        assertThat(refusal.field()).isEqualTo("timestamp");
        assertThat(refusal.problem())
                .isEqualTo("is not a time: '" + time.replace("\"", "")
                        + "'; use ISO-8601 with an offset, such as 2026-01-31T09:30:00Z, or epoch milliseconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"type\":\"A\"}]     | an event is a JSON object, not an array",
                "\"text\"               | an event is a JSON object, not a string",
                "12                     | an event is a JSON object, not a number",
                "null                   | an event is a JSON object, not null",
                "``                     | an event is a JSON object, not nothing",
                "{\"type\":\"A\"}{}     | there is more after the event's closing brace",
                "{\"type\":\"A\"} 12    | there is more after the event's closing brace"
            })
    void shouldSayWhatItIsWhenItIsNotOneObject(String json, String problem) {
        var refusal = refusalOf(json.getBytes(UTF_8));

        assertThat(refusal.field()).isNull();
        assertThat(refusal).hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{",
                "{\"type\"}",
                "{\"type\":\"A\"",
                "{\"type\":\"A\",}",
                "{'type':'A'}",
                "{\"type\":\"A\"} x",
                "{\"x\":NaN}",
                "{\"x\":01}",
                "{\"x\":\"a\nb\"}",
                "\uFEFF{\"type\":\"A\"}"
            })
    void shouldSayThatItIsNotJsonInWordsThatNeedNoSourceCode(String text) {
        var refusal = refusalOf(text.getBytes(UTF_8));

        assertThat(refusal.field()).isNull();
        assertThat(refusal)
                .message()
                .startsWith("is not valid JSON: ")
                .doesNotContain("REDACTED")
                .doesNotContain("JsonReadFeature")
                .doesNotContain("StreamReadConstraints");
    }

    @Test
    void shouldRefuseNestingThatIsTooDeep() throws MalformedEvent {
        var deepest = "[".repeat(63) + "]".repeat(63);
        assertThat(read("{\"x\":" + deepest + "}").extra()).containsKey("x");

        var refusal = refusalOf(("{\"x\":[" + deepest + "]}").getBytes(UTF_8));

        assertThat(refusal).message().isEqualTo("is nested deeper than 64 levels");
    }

    @Test
    void shouldRefuseANumberThatIsTooLong() {
        assertThat(refusalOf(("{\"x\":" + "1".repeat(101) + "}").getBytes(UTF_8)))
                .message()
                .contains("Number value length (101) exceeds the maximum allowed (100)");
    }

    static Stream<Charset> otherCharsets() {
        return Stream.of(UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"));
    }

    @ParameterizedTest
    @MethodSource("otherCharsets")
    void shouldRefuseJsonThatIsNotUtf8(Charset charset) {
        assertThat(refusalOf("{\"type\":\"A\",\"x\":12}".getBytes(charset)))
                .message()
                .startsWith("is not valid JSON: ");
    }

    @Test
    void shouldRefuseBrokenUtf8InAValueThatItOnlyCutsOut() {
        var refusal = refusalOf("{\"properties\":{\"name\":\"\u00E9clair\"}}".getBytes(ISO_8859_1));

        assertThat(refusal).message().containsAnyOf("UTF-8", "is not valid JSON");
    }

    /** An encoded half of a surrogate pair passes the parser, but no reader downstream could decode it. */
    @Test
    void shouldNameTheFieldWhenAValueHasCharactersThatAreNone() {
        var refusal = refusalOf("{\"content\":{\"text\":\"\u00ED\u00A0\u0080\"}}".getBytes(ISO_8859_1));

        assertThat(refusal).hasMessage("field 'content' is not valid UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"A\",\"type\":\"B\"}                 | type       | is given twice",
                "{\"x\":null,\"x\":null}                         | x          | is given twice",
                "{\"properties\":{\"a\":1,\"\\u0061\":2}}         | properties | has a name twice, at /properties/a",
                "{\"context\":{\"l\":[1,{\"a\":1,\"b\":2,\"a\":3}]}} | context    | has a name twice, at /context/l/1/a"
            })
    void shouldRefuseANameThatIsGivenTwiceWhenItReadsStrictly(String json, String field, String problem) {
        var refusal = catchThrowableOfType(MalformedEvent.class, () -> EventReader.readStrictly(json.getBytes(UTF_8)));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.problem()).isEqualTo(problem);
    }

    @Test
    void shouldReadWhatPassedBeforeNamesWereLookedAt() throws MalformedEvent {
        assertThat(read("{\"properties\":{\"a\":1,\"a\":2}}").properties).hasToString("{\"a\":1,\"a\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\udfffb", "\\udc00\\ud800"})
    void shouldRefuseAnUnknownFieldWhoseNameCouldNotBeWritten(String name) {
        assertThat(refusalOf(("{\"" + name + "\":1}").getBytes(UTF_8)).problem())
                .contains("surrogate");
    }

    private static EventDraft read(String json) throws MalformedEvent {
        return EventReader.read(json.getBytes(UTF_8));
    }

    private static MalformedEvent refusalOf(byte[] bytes) {
        return catchThrowableOfType(MalformedEvent.class, () -> EventReader.read(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\":{\"a\":\"x\\ud800y\"}}",
                "{\"properties\":{\"a\":[\"\\udc00\"]}}",
                "{\"properties\":{\"\\ud83d\\ud83d\":1}}",
                "{\"mine\":\"\\\\\\ud800\"}",
                "{\"\\ud800\":1}",
            })
    void shouldRefuseHalfOfASurrogatePairWhereverItStands(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedEvent.class)
                .message()
                .containsIgnoringCase("surrogate");
    }

    @Test
    void shouldTakeAWholePairAndABackslashThatIsNone() throws MalformedEvent {
        var json = "{\"properties\":{\"a\":\"\\ud83d\\ude00 C:\\\\ud800 \\\"\\u00e4\"}}";

        assertThat(read(json).properties).hasToString(json.substring(14, json.length() - 1));
    }
}
