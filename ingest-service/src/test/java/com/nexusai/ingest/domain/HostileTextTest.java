package com.nexusai.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What readers would understand differently, wherever in an event it stands. */
class HostileTextTest {
    private static final Provenance GATE =
            new Provenance("acme", "given", Instant.parse("2026-01-31T09:30:00Z"), false);

    private final Admission admission = new Admission(Limits.DEFAULT);

    @Property
    void shouldRefuseANameThatAnObjectHasTwice(
            @ForAll("names") String name,
            @ForAll("places") String place,
            @ForAll @IntRange(max = 40) int depth,
            @ForAll @IntRange(max = 20) int between) {
        var others = new StringBuilder();
        for (int i = 0; i < between; i++) {
            others.append("\"other-").append(i).append("\":{\"x\":").append(i).append("},");
        }

        var verdict = judge(place, nested(depth, "{" + quoted(name) + ":1," + others + escaped(name) + ":2}"));

        assertRejected(verdict, RejectionCode.MALFORMED, place, "twice");
    }

    @Property
    void shouldAcceptTheSameNameInEachOfManyObjects(
            @ForAll("names") String name, @ForAll("places") String place, @ForAll @IntRange(max = 40) int depth) {
        var one = "{" + quoted(name) + ":{" + escaped(name) + ":[{" + quoted(name) + ":1},{" + quoted(name) + ":2}]}}";

        assertThat(judge(place, nested(depth, one))).isInstanceOf(Verdict.Accepted.class);
    }

    @Property
    void shouldRefuseANulInValuesAndNames(
            @ForAll("names") String text,
            @ForAll("places") String place,
            @ForAll @IntRange(max = 40) int depth,
            @ForAll boolean inName) {
        var nul = quoted(text + '\0' + text);

        var verdict = judge(place, nested(depth, inName ? "{" + nul + ":1}" : "{\"a\":[" + nul + "]}"));

        assertRejected(verdict, RejectionCode.INVALID_FIELD, place, "NUL");
    }

    @Property
    void shouldAcceptWhatOnlyLooksLikeANul(@ForAll("names") String text, @ForAll("places") String place) {
        var looks = quoted(text + "\\u0000" + text + "\\\\u0000");

        assertThat(judge(place, "{" + looks + ":" + looks + "}")).isInstanceOf(Verdict.Accepted.class);
    }

    @Property
    void shouldRefuseHalvesOfSurrogatePairs(
            @ForAll("names") String text,
            @ForAll("places") String place,
            @ForAll("halves") String half,
            @ForAll @IntRange(max = 40) int depth) {
        var verdict = judge(place, nested(depth, "{\"a\":[" + broken(half, text) + "]}"));

        assertRejected(verdict, RejectionCode.MALFORMED, place, "surrogate");
    }

    @Property
    void shouldRefuseHalvesOfSurrogatePairsInNames(
            @ForAll("names") String text,
            @ForAll("places") String place,
            @ForAll("halves") String half,
            @ForAll @IntRange(max = 40) int depth) {
        var verdict = judge(place, nested(depth, "{" + broken(half, text) + ":1}"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.rejection().detail()).containsIgnoringCase("surrogate"));
    }

    /** Else a stream that has let it in could not pass it on. */
    @Property
    void shouldBeAbleToWriteWhatIsAccepted(@ForAll String name, @ForAll String value) {
        var json = "{\"type\":\"T\"," + escaped(name) + ":" + escaped(value) + "}";

        if (admission.judge(json.getBytes(UTF_8), GATE) instanceof Verdict.Accepted(var event)) {
            assertThat(Json.MAPPER.readTree(EventWriter.write(event)).has("type"))
                    .isTrue();
        }
    }

    private Verdict judge(String place, String object) {
        return admission.judge(("{\"type\":\"T\",\"" + place + "\":" + object + "}").getBytes(UTF_8), GATE);
    }

    private static void assertRejected(Verdict verdict, RejectionCode code, String field, String detail) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo(code);
            assertThat(rejected.rejection().field()).isEqualTo(field);
            assertThat(rejected.rejection().detail()).contains(detail);
        });
    }

    /** In objects and arrays by turns. */
    private static String nested(int depth, String object) {
        var json = object;
        for (int i = 0; i < depth; i++) {
            json = i % 2 == 0 ? "[1," + json + "]" : "{\"down\":" + json + "}";
        }
        return depth % 2 == 0 ? json : "{\"down\":" + json + "}";
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    private static String broken(String half, String text) {
        return "\"" + half + escaped(text).substring(1);
    }

    /** The same text by other bytes. */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(Collectors.joining("", "\"", "\""));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("äß/~\"\\. ")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(name -> !name.startsWith("other-") && !name.equals("down"));
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of("properties", "context", "content", "mine");
    }

    @Provide
    Arbitrary<String> halves() {
        return Arbitraries.of("\\ud800", "\\udbff", "\\udc00", "\\udfff", "\\ude00\\ud83d");
    }
}
