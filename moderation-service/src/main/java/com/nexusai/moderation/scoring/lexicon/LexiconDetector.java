package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.language.LanguageDetector;
import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.lexicon.Meaning.Marker;
import com.nexusai.moderation.scoring.text.Detector;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of a lexicon as whole words, and weighs them by what stands around them. */
public final class LexiconDetector implements Detector {
    /** What is only told of takes a third: what passes nearly anyway passes, and the gravest still asks a person. */
    private static final double TOLD = 1 / 3.0;

    private static final double CHILD_AND_SEX = 0.9;
    private static final double EXPLICIT = 0.4;

    private final String name;
    private final Phrases phrases;
    private final LanguageDetector languages;
    private final @Nullable OwnWords own;

    public LexiconDetector(Lexicon lexicon, LanguageDetector languages) {
        this(lexicon.name(), new Phrases(lexicon.entries()), languages, null);
    }

    private LexiconDetector(String name, Phrases phrases, LanguageDetector languages, @Nullable OwnWords own) {
        this.name = name;
        this.phrases = phrases;
        this.languages = languages;
        this.own = own;
    }

    /** The same, which looks for a tenant's own phrases too; what they have in common is not made ready again. */
    public LexiconDetector with(OwnWords words) {
        return new LexiconDetector(name, phrases, languages, words);
    }

    /** Of the lexicon that comes with the service, which is made ready once. */
    public static LexiconDetector builtIn() {
        return BuiltIn.DETECTOR;
    }

    private static final class BuiltIn {
        static final LexiconDetector DETECTOR = new LexiconDetector(Lexicon.builtIn(), LanguageDetector.bySmallWords());
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        var hits = hits(reading);
        if (!hits.isEmpty()) {
            weigh(reading, hits, found);
        }
    }

    private List<Hit> hits(Reading reading) {
        var usual = phrases.in(reading);
        if (own == null) {
            return usual;
        }
        var all = new ArrayList<>(usual);
        all.addAll(own.phrases().in(reading));
        return all;
    }

    private String name(LexiconEntry entry) {
        return own == null ? name : own.names().getOrDefault(entry, name);
    }

    private void weigh(Reading reading, List<Hit> hits, Consumer<Reason> found) {
        var surroundings = new Surroundings(reading.original(), hits);
        var counted = inTheirLanguage(hits, reading).stream()
                .filter(hit -> !surroundings.allow(hit))
                .toList();
        var said = new LinkedHashMap<LexiconEntry, Reason>();
        var spans = new HashSet<Span>();
        for (var hit : counted) {
            if (hit.entry().meaning() instanceof Fault fault
                    && counted.stream().noneMatch(other -> overshadows(other, hit, fault))
                    && spans.add(hit.span())) {
                // one that is only told of does not excuse another that is said
                said.merge(hit.entry(), reason(hit, fault, surroundings), LexiconDetector::weightier);
            }
        }
        said.values().forEach(found);
        counted.stream()
                .filter(LexiconDetector::erotic)
                .flatMap(hit -> surroundings.child(hit).stream().map(child -> childAndSex(hit, child, surroundings)))
                .findFirst()
                .ifPresent(found);
    }

    private List<Hit> inTheirLanguage(List<Hit> hits, Reading reading) {
        if (hits.stream().noneMatch(hit -> hit.entry().strict())) {
            return hits;
        }
        var guess = languages.guess(reading.words());
        return hits.stream()
                .filter(hit -> !hit.entry().strict() || guess.is(hit.entry().language()))
                .toList();
    }

    private static Reason weightier(Reason one, Reason other) {
        return other.weight() > one.weight() ? other : one;
    }

    /** A part of a longer phrase says nothing by itself, and of two meanings the graver one counts. */
    private static boolean overshadows(Hit other, Hit hit, Fault fault) {
        return hit.within(other)
                && other.entry().meaning() instanceof Fault larger
                && (!hit.span().equals(other.span()) || larger.severity() > fault.severity());
    }

    private static boolean erotic(Hit hit) {
        return hit.means(Marker.EROTIC)
                || (hit.entry().meaning() instanceof Fault fault
                        && fault.category() == Category.SEXUAL
                        && fault.severity() >= EXPLICIT);
    }

    private Reason reason(Hit hit, Fault fault, Surroundings surroundings) {
        var explanation = "“%s” stands for %s in the lexicon%s"
                .formatted(
                        hit.entry().phrase(),
                        fault.category().label(),
                        hit.disguised() ? "; it is written so as not to be read" : "");
        var softener = surroundings.softens(hit, fault);
        return new Reason(
                name(hit.entry()) + "/" + hit.entry().language(),
                fault.category().label(),
                softener.isPresent() ? fault.severity() * TOLD : fault.severity(),
                explanation + softener.map(LexiconDetector::because).orElse("."),
                hit.span());
    }

    private Reason childAndSex(Hit erotic, Hit child, Surroundings surroundings) {
        var explanation = "“%s” and “%s” stand together."
                .formatted(child.entry().phrase(), erotic.entry().phrase());
        boolean told = surroundings
                .softens(erotic, new Fault(Category.SEXUAL_MINORS, CHILD_AND_SEX))
                .isPresent();
        return new Reason(
                name + "/child-and-sex",
                Category.SEXUAL_MINORS.label(),
                told ? CHILD_AND_SEX * TOLD : CHILD_AND_SEX,
                explanation,
                erotic.span());
    }

    private static String because(Hit softener) {
        return "; it weighs less because of “%s”.".formatted(softener.entry().phrase());
    }
}
