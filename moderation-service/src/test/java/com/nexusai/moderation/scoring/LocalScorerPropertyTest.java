package com.nexusai.moderation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.schema.moderation.ContentKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LocalScorerPropertyTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LocalScorer scorer = new LocalScorer(Policy.LOCAL);

    @Property
    void shouldStayInBoundsWhateverTheText(@ForAll("texts") String text, @ForAll ContentKind kind) {
        var score = scorer.score(kind, text);

        assertThat(score.confidence()).isBetween(0.0, 1.0);
        assertThat(score.categories().values()).allMatch(value -> value >= 0 && value <= 1);
        for (var reason : score.reasons()) {
            if (reason.span() != null) {
                assertThat(reason.span().from()).isBetween(0, text.length());
                assertThat(reason.span().to()).isBetween(reason.span().from() + 1, text.length());
            }
        }
    }

    @Property
    void shouldFindWordWhateverStandsAroundIt(@ForAll("innocent") String before, @ForAll("innocent") String after) {
        var text = before + " idiot " + after;

        assertThat(scorer.score(ContentKind.MESSAGE, text).reasons())
                .filteredOn(reason -> reason.rule().startsWith("lexicon-2/"))
                .anySatisfy(reason -> assertThat(text.substring(
                                reason.span().from(), reason.span().to()))
                        .contains("idiot"));
    }

    @Property
    void shouldScoreTheSameTwice(@ForAll("texts") String text) {
        assertThat(scorer.score(ContentKind.MESSAGE, text)).isEqualTo(scorer.score(ContentKind.MESSAGE, text));
    }

    @Property
    void shouldFindWordHoweverItIsDisguised(@ForAll("disguises") String word) {
        var text = "so " + word + " it is";

        assertThat(scorer.score(ContentKind.MESSAGE, text).reasons())
                .anySatisfy(reason -> assertThat(text.substring(
                                reason.span().from(), reason.span().to()))
                        .isEqualTo(word));
    }

    @Property(tries = 30)
    void shouldTakeBoundedTimeWhateverIsRepeated(@ForAll("pieces") String piece) {
        var text = piece.repeat(Policy.LOCAL.textLimit() / piece.length() + 1);

        long before = THREADS.getCurrentThreadCpuTime();
        scorer.score(ContentKind.MESSAGE, text);

        // what it computed, however busy the machine is
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    /** Each letter of a word in one of its disguises. */
    @Provide
    Arbitrary<String> disguises() {
        return Combinators.combine(
                        Arbitraries.of("m", "M", "ｍ", "𝐦", "m\u0336"),
                        Arbitraries.of("o", "0", "о", "ö", "ooo", "o\u200b"),
                        Arbitraries.of("r", "R", "r\u00ad", "ŕ"),
                        Arbitraries.of("o", "0", "ο", "oooo", "Ô"),
                        Arbitraries.of("n", "N", "ñ", "ｎ"))
                .as((m, o, r, o2, n) -> m + o + r + o2 + n);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "a",
                "a ",
                "@",
                "f*ck ",
                "**",
                "k i l l ",
                "DE89 ",
                "1 ",
                "you ",
                "idiot ",
                "kill you ",
                "a@a.",
                "\u0301",
                "child sex ",
                "ﷺ",
                "://",
                "#a ");
    }

    /** All of Unicode with halves of surrogate pairs, and what the detectors look out for, in any order. */
    @Provide
    Arbitrary<String> texts() {
        var telling = Arbitraries.of(
                "idiot",
                "kill you",
                " ",
                "@",
                ".",
                "0",
                "1",
                "4111 1111 1111 1111",
                "+49",
                "www.",
                "://",
                "a@b.co",
                "$",
                "!",
                "\u200b",
                "\u0301",
                "ﷺ",
                "ß",
                "İ",
                "\ud800",
                "\udc00",
                "aaaa",
                "((",
                "-");
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(60), telling)
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> innocent() {
        return Arbitraries.strings().withChars("bcé ф日,.?").ofMaxLength(40);
    }
}
