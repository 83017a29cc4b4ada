package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.lexicon.Meaning.Marker;
import com.nexusai.schema.moderation.TenantLexicon;
import com.nexusai.schema.moderation.TenantLexicon.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant's own phrases, looked for beside those that come with the service.
 *
 * @param names the lexicon of each, as reasons quote it
 */
public record OwnWords(Phrases phrases, Map<LexiconEntry, String> names) {
    /** In the lexicon that comes with the service languages are named; of a phrase for any, this stands for it. */
    private static final String ANY = "any";

    /** @throws IllegalArgumentException for a category or a severity that cannot be */
    public static OwnWords of(List<TenantLexicon> lexicons) {
        var names = new LinkedHashMap<LexiconEntry, String>();
        for (var lexicon : lexicons) {
            var name = lexicon.name() + "-" + lexicon.version();
            for (var word : lexicon.words()) {
                names.putIfAbsent(entry(word), name);
            }
            for (var phrase : lexicon.allowed()) {
                names.putIfAbsent(new LexiconEntry(Marker.ALLOW, ANY, false, phrase), name);
            }
        }
        return new OwnWords(new Phrases(new ArrayList<>(names.keySet())), names);
    }

    private static LexiconEntry entry(Word word) {
        var language = word.language();
        return new LexiconEntry(
                new Fault(Category.of(word.category()), word.severity()),
                language == null ? ANY : language,
                language != null,
                word.phrase());
    }
}
