package com.nexusai.aggregator.domain.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FieldPath.Root;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFieldsTest {
    private final Slots slots = new Slots();
    private final EventFields fields = new EventFields();

    @Property(tries = 3000)
    void shouldFindWhatATreeHas(@ForAll long seed) {
        var any = new RandomFilters(seed);
        var event = any.event("e");
        var paths = List.of(any.path(), any.path(), any.path(), any.path());
        var asked = new Slots();
        var all = paths.stream().map(asked::of).toList();
        var seen = new EventFields();

        seen.read(event, asked.layout());

        for (int i = 0; i < paths.size(); i++) {
            int slot = all.get(i);
            var value = NaiveFilter.value(paths.get(i), event);
            assertThat(seen.exists(slot)).as("%s of %s", paths.get(i), event).isEqualTo(value != null);
            var number = NaiveFilter.number(value);
            assertThat(seen.isNumber(slot)).isEqualTo(number != null);
            if (number != null) {
                assertThat(units(seen, slot)).isEqualTo(number.unscaledValue());
            }
            if (value != null && value.isString()) {
                assertThat(seen.text(slot)).isEqualTo(value.asString());
            }
        }
    }

    /** The door lets none of it through; but whatever lies on the topic, the thread must go on. */
    @Property(tries = 5000)
    void shouldEndWhateverTheBytesAre(@ForAll long seed) {
        var random = new Random(seed);
        var json = new RandomFilters(seed).event("e").propertiesJson().getBytes(UTF_8);
        for (int i = random.nextInt(4); i > 0; i--) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        var tree = new PathTree();
        tree.add(List.of("n"), 0);
        tree.add(List.of("a", "b"), 1);
        tree.number(0);
        slots.of(new FieldPath(Root.PROPERTIES, List.of("n")));
        slots.of(new FieldPath(Root.PROPERTIES, List.of("a", "b")));
        fields.read(TestEvent.of("A", "{}"), slots.layout());

        new JsonScan(fields).read(json, 0, random.nextInt(json.length + 1), tree, 2, 8);

        fields.isNumber(0);
        fields.text(0);
        fields.dimension(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"pro\"          | pro",
                "\"\"             | ``",
                "\"a\\u0062\\n\"  | `ab\n`",
                "12               | 12",
                "-12              | -12",
                "-0               | 0",
                "10.50            | 10.5",
                "1e2              | 100",
                "1E-3             | 0.001",
                "0.0              | 0",
                "-0.0             | 0",
                "-0.5             | -0.5",
                "0.1234567891     | 0.123456789",
                "0.0000000001     | 0",
                "12345678901234567890 | 12345678901234567890",
                "1e999999999      | 1e999999999",
                "92233720368.50   | 92233720368.5",
                "true             | true",
                "false            | false",
                "null             | (none)",
                "{\"a\":1}        | (none)",
                "[1]              | (none)"
            })
    void shouldWriteAValueAsADimension(String json, String dimension) {
        int slot = slots.of(new FieldPath(Root.PROPERTIES, List.of("x")));

        fields.read(TestEvent.of("A", "{\"x\":" + json + "}"), slots.layout());

        assertThat(fields.dimension(slot)).isEqualTo(dimension);
    }

    @Test
    void shouldCutALongDimensionBetweenCharacters() {
        int slot = slots.of(new FieldPath(Root.PROPERTIES, List.of("x")));
        var faces = "\uD83D\uDE00".repeat(300);

        fields.read(TestEvent.of("A", "{\"x\":\"" + faces + "\"}"), slots.layout());

        assertThat(fields.dimension(slot)).isEqualTo("\uD83D\uDE00".repeat(200));
        assertThat(fields.text(slot)).isEqualTo(faces);
    }

    @Test
    void shouldForgetTheEventBefore() {
        int slot = slots.of(new FieldPath(Root.PROPERTIES, List.of("x")));
        int user = slots.of(new FieldPath(Root.USER_ID, List.of()));
        var layout = slots.layout();
        fields.read(TestEvent.of("A", "{\"x\":5}"), layout);
        assertThat(fields.isNumber(slot)).isTrue();

        fields.read(new TestEvent("e", "A", null, "{}", "{\"x\":5}"), layout);

        assertThat(fields.exists(slot)).isFalse();
        assertThat(fields.isNumber(slot)).isFalse();
        assertThat(fields.exists(user)).isFalse();
    }

    @Property(tries = 3000)
    void shouldReadAnyDecimalExactly(@ForAll BigDecimal value) {
        int slot = slots.of(new FieldPath(Root.PROPERTIES, List.of("x")));
        var layout = slots.layout();
        var expected = Units.of(value);

        for (var json : new String[] {value.toString(), value.toPlainString(), '"' + value.toPlainString() + '"'}) {
            if (json.length() <= 100) {
                fields.read(TestEvent.of("A", "{\"x\":" + json + "}"), layout);
                assertThat(fields.isNumber(slot)).isEqualTo(expected != null);
                if (expected != null) {
                    assertThat(units(fields, slot)).isEqualTo(expected);
                }
            }
        }
    }

    private static BigInteger units(EventFields fields, int slot) {
        var large = fields.largeUnits(slot);
        return large != null ? large : BigInteger.valueOf(fields.units(slot));
    }
}
