package com.nexusai.aggregator.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCompilerTest {
    @Property(tries = 3000)
    void shouldJudgeAsTheNaiveWayDoes(@ForAll long seed) {
        var any = new RandomFilters(seed);
        var filter = any.filter();
        var slots = new Slots();
        var condition = new FilterCompiler(slots).compile(filter);
        var layout = slots.layout();
        var fields = new EventFields();
        for (int i = 0; i < 10; i++) {
            var event = any.event("e-" + i);
            fields.read(event, layout);
            assertThat(condition.matches(fields))
                    .as("%s of %s", filter.text(), event)
                    .isEqualTo(NaiveFilter.matches(filter, event));
        }
    }

    @Property(tries = 2000)
    void shouldJudgeTheSameOnceTheTypeIsKnown(@ForAll long seed) {
        var any = new RandomFilters(seed);
        var filter = any.filter();
        var event = any.event("e");

        var folded = new TypeFold(event.type()).fold(filter);

        assertThat(NaiveFilter.matches(folded, event)).isEqualTo(NaiveFilter.matches(filter, event));
        assertThat(folded.text()).doesNotContain("type ");
    }

    @Property(tries = 1000)
    void shouldReadItsOwnTextAgain(@ForAll long seed) {
        var filter = new RandomFilters(seed).filter();

        assertThat(parsed(filter.text())).isEqualTo(parsed(parsed(filter.text()).text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "properties.n = 5              | {\"n\":5}                | true",
                "properties.n = 5              | {\"n\":\"5.0\"}          | true",
                "properties.n = 5              | {\"n\":true}             | false",
                "properties.n = '5'            | {\"n\":5}                | false",
                "properties.n != '5'           | {\"n\":5}                | true",
                "properties.n != 5             | {}                       | false",
                "properties.n != 5             | {\"n\":null}             | false",
                "properties.n != 5             | {\"n\":{}}               | true",
                "not properties.n = 5          | {}                       | true",
                "properties.n not in (5, 'x')  | {}                       | false",
                "properties.n not in (5, 'x')  | {\"n\":6}                | true",
                "exists(properties.n)          | {\"n\":[]}               | true",
                "exists(properties.n)          | {\"n\":null}             | false",
                "properties.n = true           | {\"n\":\"true\"}         | false",
                "properties.n < 'b'            | {\"n\":\"a\"}            | true",
                "properties.n = 0.000000001    | {\"n\":1.4e-9}           | true",
                "properties.n > 999999999999999999 | {\"n\":1e18}         | false",
                "properties.n = 1              | {\"n\":1,\"n\":2}        | true",
                "properties.a.b = 2            | {\"a\":{\"x\":1},\"a\":{\"b\":2}} | false",
                "properties.a.b = 2            | {\"a\":[{\"b\":2}]}      | false",
                "properties.a.b = 2            | {\"a.b\":2}              | false",
                "properties.'a.b' = 2          | {\"a.b\":2}              | true",
                "properties.n contains 'aab'   | {\"n\":\"aaaab\"}        | true"
            })
    void shouldMeanWhatThePageSays(String text, String properties, boolean matches) {
        var filter = parsed(text);
        var slots = new Slots();
        var condition = new FilterCompiler(slots).compile(filter);
        var fields = new EventFields();

        fields.read(TestEvent.of("A", properties), slots.layout());

        assertThat(condition.matches(fields)).isEqualTo(matches);
    }

    private static Filter parsed(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsing.Parsed<Filter> parsed -> parsed.value();
            case Parsing.Failed<Filter> failed -> throw new AssertionError(text + ": " + failed);
        };
    }
}
