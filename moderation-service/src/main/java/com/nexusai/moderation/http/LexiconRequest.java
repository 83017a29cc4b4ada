package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.TenantLexicon;
import com.nexusai.schema.moderation.TenantLexicon.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lexicon as it should be. */
record LexiconRequest(
        int version,
        @Nullable List<@Nullable WordRequest> words,
        @Nullable List<@Nullable String> allowed) implements Definition<TenantLexicon> {

    private static final int MOST = 5_000;
    private static final int LONGEST = 80;

    record WordRequest(
            @Nullable String phrase,
            @Nullable String category,
            @Nullable Double severity,
            @Nullable String language) {

        Word word() {
            if (severity == null || !(severity > 0 && severity < 1)) {
                throw Problem.invalid("words.severity", "It must lie between 0 and 1.");
            }
            if (language != null && !language.matches("en|fr|de|es|it|pt|ar")) {
                throw Problem.invalid(
                        "words.language",
                        "It must be en, fr, de, es, it, pt or ar; without it the phrase counts in any.");
            }
            return new Word(written("words.phrase", phrase), BankRequest.category(category), severity, language);
        }
    }

    @Override
    public TenantLexicon define(String name, Moderator by, @Nullable TenantLexicon before) {
        var bad = words == null ? List.<@Nullable WordRequest>of() : words;
        var good = allowed == null ? List.<@Nullable String>of() : allowed;
        if (bad.size() + good.size() > MOST) {
            throw Problem.tooLarge("A lexicon may have " + MOST + " phrases; make another one.")
                    .with("field", "words");
        }
        return new TenantLexicon(
                by.tenantId(),
                name,
                version + 1,
                bad.stream().map(LexiconRequest::word).toList(),
                good.stream().map(one -> written("allowed", one)).toList(),
                by.at(),
                by.name());
    }

    private static Word word(@Nullable WordRequest request) {
        if (request == null) {
            throw Problem.invalid("words", "None of them may be null.");
        }
        return request.word();
    }

    private static String written(String field, @Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST) {
            throw Problem.invalid(field, "It must have 1 to " + LONGEST + " characters.");
        }
        return ContentRules.wellFormed(given.strip());
    }
}
