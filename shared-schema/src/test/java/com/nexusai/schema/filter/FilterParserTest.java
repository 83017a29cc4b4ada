package com.nexusai.schema.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type = 'A'                          | type = 'A'",
                "type='A'                            | type = 'A'",
                "(((type = 'A')))                    | type = 'A'",
                "userId != 'O''Brien'                | userId != 'O''Brien'",
                "properties.amount >= -10.50         | properties.amount >= -10.50",
                "properties.a.b-c.$d < 3             | properties.a.b-c.$d < 3",
                "properties.in > 007                 | properties.in > 7",
                "context.'a b'.'it''s' = true        | context.'a b'.'it''s' = true",
                "properties.'plain' = FALSE          | properties.plain = false",
                "actor IN ('a',2 , true)             | actor in ('a', 2, true)",
                "sessionId Not In ('a')              | sessionId not in ('a')",
                "eventId contains ''                 | eventId contains ''",
                "anonymousId starts  with 'x'        | anonymousId starts with 'x'",
                "Exists( properties.plan )           | exists(properties.plan)",
                "not not exists(actor)               | not not exists(actor)",
                "exists(actor) or type='A' and type='B' | (exists(actor) or (type = 'A' and type = 'B'))",
                "(exists(actor) or type='A') and type='B' | ((exists(actor) or type = 'A') and type = 'B')",
                "not type='A' and type='B'           | (not type = 'A' and type = 'B')",
                "not (type='A' and type='B')         | not (type = 'A' and type = 'B')",
                "type='A' and type='B' and type='C'  | (type = 'A' and type = 'B' and type = 'C')"
            })
    void shouldReadWhatIsMeant(String text, String meant) {
        assertThat(parsed(text).text()).isEqualTo(meant);
        assertThat(parsed(meant)).isEqualTo(parsed(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                             | 0  | expected a test",
                "type                           | 4  | expected =, !=",
                "type == 'A'                    | 6  | expected a value",
                "type = A                       | 7  | expected a value",
                "type = 'A                      | 7  | the text that starts here has no closing quote",
                "type = null                    | 11 | null is no value",
                "typo = 'A'                     | 0  | 'typo' is no field; fields begin with type, userId",
                "type.x = 'A'                   | 4  | type has nothing below it",
                "properties = 1                 | 10 | expected '.' and a name",
                "properties. = 1                | 11 | expected a name",
                "properties.'' = 1              | 11 | expected a name",
                "properties.a = 1.              | 15 | a number has only digits and a point",
                "properties.a = 1e5             | 15 | a number has only digits and a point",
                "properties.a = .5              | 15 | expected a value",
                "properties.a = 1.0123456789    | 15 | at most 18 digits before the point and 9 after it",
                "properties.a = 1000000000000000000 | 15 | at most 18 digits before the point",
                "properties.a < true            | 13 | true and false have no order",
                "properties.a in ()             | 17 | expected a value",
                "properties.a in 1              | 16 | expected '(' and a list",
                "properties.a in (1             | 18 | expected ',' or ')'",
                "properties.a not contains 'x'  | 17 | expected 'in' after 'not'",
                "properties.a contains 1        | 22 | expected a text in single quotes",
                "properties.a starts 'x'        | 20 | expected 'with' after 'starts'",
                "exists properties.a            | 7  | expected '(' after exists",
                "exists(properties.a            | 19 | expected ')'",
                "(type = 'A'                    | 11 | expected 'and', 'or' or ')'",
                "type = 'A' type = 'B'          | 11 | expected 'and', 'or' or the end",
                "type = 'A' and                 | 14 | expected a test",
                "type = 'A' xor type = 'B'      | 11 | expected 'and', 'or' or the end",
                "type = 'A' ; drop              | 11 | expected 'and', 'or' or the end"
            })
    void shouldSayWhereItIsWrongAndWhatWasExpected(String text, int offset, String message) {
        assertThat(FilterParser.parse(text)).isInstanceOfSatisfying(Parsing.Failed.class, failed -> {
            assertThat(failed.message()).contains(message);
            assertThat(failed.offset()).isEqualTo(offset);
        });
    }

    @Test
    void shouldRefuseWhatIsTooMuch() {
        assertThat(message("type = '" + "x".repeat(2000) + "'")).contains("at most 2000");
        assertThat(message("(".repeat(21) + "exists(actor)" + ")".repeat(21))).contains("nested deeper than 20");
        assertThat(message("not ".repeat(21) + "exists(actor)")).contains("nested deeper than 20");
        assertThat(message("exists(actor)" + " or exists(actor)".repeat(100))).contains("more than 100 tests");
        assertThat(message("type in ('x'" + ",'x'".repeat(100) + ")")).contains("101 values, at most 100");
        assertThat(message("exists(properties" + ".a".repeat(11) + ")")).contains("11 names, at most 10");
        assertThat(message("type = '\uD83D'")).contains("half of a surrogate pair");
    }

    @Test
    void shouldTakeWhatIsJustNotTooMuch() {
        parsed("(".repeat(20) + "exists(actor)" + ")".repeat(20));
        parsed("exists(actor)" + " or exists(actor)".repeat(98));
        parsed("type in ('x'" + ",'x'".repeat(99) + ")");
        parsed("exists(properties" + ".a".repeat(10) + ")");
        parsed("type = '" + "x".repeat(1991) + "'");
        parsed("properties.a = 999999999999999999.999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "properties.plan", "context.device.os", "properties.'a b'"})
    void shouldReadAPathAlone(String text) {
        assertThat(FilterParser.parsePath(text))
                .isInstanceOfSatisfying(
                        Parsing.Parsed.class,
                        parsed ->
                                assertThat(((FieldPath) parsed.value()).text()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plan", "properties", "type ", " type", "properties.plan, type", "properties..plan"})
    void shouldRefuseWhatIsNoPath(String text) {
        assertThat(FilterParser.parsePath(text)).isInstanceOf(Parsing.Failed.class);
    }

    @Test
    void shouldBeAllEventsWhereNothingIsAsked() {
        assertThat(Filter.ALL).isEqualTo(new Filter.And(List.of()));
        assertThat(new EventSql().condition(Filter.ALL)).isEqualTo("1");
    }

    private static Filter parsed(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsing.Parsed<Filter> parsed -> parsed.value();
            case Parsing.Failed<Filter> failed -> throw new AssertionError(text + ": " + failed);
        };
    }

    private static String message(String text) {
        return FilterParser.parse(text) instanceof Parsing.Failed<Filter> failed ? failed.message() : "was read";
    }
}
