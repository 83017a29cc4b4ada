package com.nexusai.schema.event;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.core.io.JsonStringEncoder;

/** Generators of text and of JSON as odd producers write it. */
final class JsonTexts {
    private static final String[] SPACES = {"", " ", "\n", "\t ", " \r\n "};

    private JsonTexts() {}

    /** Any Unicode text: emoji, right-to-left, control characters, quotes, zero; but no halves of surrogate pairs. */
    static Arbitrary<String> text() {
        var odd =
                Arbitraries.of("\"", "\\", "/", "%", "\u0000", "\u2028", "\uD83D\uDE00", "e\u0301", "\u05D0", "\uFFFF");
        var any = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString);
        return Arbitraries.frequencyOf(
                        Tuple.of(1, odd),
                        Tuple.of(1, any),
                        Tuple.of(2, Arbitraries.strings().alpha().ofLength(1)))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** A string as JSON, with some of its characters needlessly escaped. */
    static Arbitrary<String> jsonString() {
        return Combinators.combine(text(), Arbitraries.of(true, false)).as(JsonTexts::quoted);
    }

    static Arbitrary<String> scalar() {
        return Arbitraries.oneOf(
                jsonString(),
                Arbitraries.of("true", "false", "null", "0", "-0", "-0.0", "1e5", "1E+5", "2.50e-3", "1.000"),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE))
                        .ofScale(9)
                        .map(Object::toString));
    }

    static Arbitrary<String> value() {
        return value(3);
    }

    static Arbitrary<String> object() {
        return object(2);
    }

    /** The members, with white space wherever JSON allows it. */
    static Arbitrary<String> spaced(String open, Arbitrary<String> member, String close) {
        return Combinators.combine(member.list().ofMaxSize(4), space())
                .as((members, space) ->
                        open + space + members.stream().collect(joining(space + "," + space)) + space + close);
    }

    static Arbitrary<String> space() {
        return Arbitraries.of(SPACES);
    }

    static String quoted(String text, boolean escapeAll) {
        if (!escapeAll) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
        }
        return text.chars().mapToObj("\\u%04x"::formatted).collect(joining("", "\"", "\""));
    }

    private static Arbitrary<String> value(int depth) {
        return depth == 0
                ? scalar()
                : Arbitraries.oneOf(scalar(), object(depth - 1), spaced("[", value(depth - 1), "]"));
    }

    private static Arbitrary<String> object(int depth) {
        var member = Combinators.combine(jsonString(), space(), value(depth))
                .as((name, space, value) -> name + space + ":" + space + value);
        return spaced("{", member, "}");
    }
}
