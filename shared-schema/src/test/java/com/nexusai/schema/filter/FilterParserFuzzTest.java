package com.nexusai.schema.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever text it is given, the parser ends soon and answers with a value. */
class FilterParserFuzzTest {
    @Property(tries = 3000)
    void shouldAnswerWithAFilterThatReadsTheSameAgainOrWithAPlaceInTheText(@ForAll("soup") String text) {
        switch (FilterParser.parse(text)) {
            case Parsing.Parsed<Filter> parsed ->
                assertThat(FilterParser.parse(parsed.value().text())).isEqualTo(parsed);
            case Parsing.Failed<Filter> failed -> {
                assertThat(failed.offset()).isBetween(0, text.length());
                assertThat(failed.message()).isNotBlank();
            }
        }
    }

    @Property
    void shouldAnswerToAnyText(@ForAll String text) {
        assertThat(FilterParser.parse(text)).isNotNull();
        assertThat(FilterParser.parsePath(text)).isNotNull();
    }

    @Test
    void shouldEndSoonOnTheLongestTexts() {
        for (var piece :
                new String[] {"(", "not ", "type='", "exists(", "'", "properties.", "type='a' and ", "-", "0"}) {
            var text = piece.repeat(3000 / piece.length());
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> FilterParser.parse(text.substring(0, 2000)));
        }
    }

    /** Pieces of the language in any order, so that many texts are nearly right. */
    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "type",
                        "properties.a",
                        "context.'b c'",
                        "actor",
                        "userId",
                        "=",
                        "!=",
                        "<",
                        ">=",
                        "in",
                        "not",
                        "contains",
                        "starts",
                        "with",
                        "exists(",
                        "(",
                        ")",
                        "'x'",
                        "'it''s'",
                        "12",
                        "-0.5",
                        "true",
                        "false",
                        "null",
                        "and",
                        "or",
                        ",",
                        ".",
                        "type = 'x'",
                        "properties.n > 1",
                        "exists(actor)",
                        "properties.s in ('a', 1)",
                        "\uD83D\uDE00",
                        "\t",
                        "'")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join(" ", pieces));
    }
}
