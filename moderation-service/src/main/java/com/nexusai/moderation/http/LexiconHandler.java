package com.nexusai.moderation.http;

import com.nexusai.moderation.book.Book;
import com.nexusai.schema.moderation.TenantLexicon;
import java.time.Clock;
import java.time.Instant;

/** A tenant's own words. */
public final class LexiconHandler {
    private final BookHandler<TenantLexicon, LexiconRequest> lexicons;

    record Brief(String name, int version, int words, int allowed, Instant updatedAt, String updatedBy) {
        static Brief of(TenantLexicon one) {
            return new Brief(
                    one.name(),
                    one.version(),
                    one.words().size(),
                    one.allowed().size(),
                    one.updatedAt(),
                    one.updatedBy());
        }
    }

    public LexiconHandler(Book<TenantLexicon> book, Clock clock) {
        this.lexicons = new BookHandler<>(
                book,
                new BookHandler.Sort<>("lexicon", LexiconRequest.class, TenantLexicon::version, Brief::of),
                clock);
    }

    BookHandler<TenantLexicon, LexiconRequest> all() {
        return lexicons;
    }
}
