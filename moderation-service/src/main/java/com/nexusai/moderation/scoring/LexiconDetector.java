package com.nexusai.moderation.scoring;

import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.ahocorasick.trie.PayloadTrie;

/** Finds the phrases of a lexicon as whole words, all in one pass (Aho-Corasick), whatever their number. */
final class LexiconDetector implements Detector {
    private final String lexicon;
    private final PayloadTrie<LexiconEntry> phrases;

    LexiconDetector(Lexicon lexicon) {
        this.lexicon = lexicon.name();
        var byPhrase = new LinkedHashMap<String, LexiconEntry>();
        for (var entry : lexicon.entries()) {
            // a word of two languages speaks once, with its graver meaning
            byPhrase.merge(Words.phrase(entry.phrase()), entry, LexiconDetector::graver);
        }
        var trie = PayloadTrie.<LexiconEntry>builder();
        byPhrase.forEach(trie::addKeyword);
        this.phrases = trie.build();
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        var met = new HashSet<LexiconEntry>();
        for (var words : reading.words()) {
            inspect(words, met, found);
        }
    }

    private void inspect(Words words, Set<LexiconEntry> met, Consumer<Reason> found) {
        phrases.parseText(words.text(), hit -> {
            if (met.add(hit.getPayload())) {
                // without the space at either end
                found.accept(reason(hit.getPayload(), words.span(hit.getStart() + 1, hit.getEnd() - 1)));
            }
            return true;
        });
    }

    private Reason reason(LexiconEntry entry, Span span) {
        return new Reason(
                lexicon + "/" + entry.language(),
                entry.category().label(),
                entry.severity(),
                "“" + entry.phrase() + "” stands for " + entry.category().label() + " in the lexicon.",
                span);
    }

    private static LexiconEntry graver(LexiconEntry one, LexiconEntry other) {
        return other.severity() > one.severity() ? other : one;
    }
}
