package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.book.Book;
import com.nexusai.moderation.http.BankRequest.EntryRequest;
import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.HashBank.Entry;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Banks of hashes, and their single entries: most changes are one entry more. */
public final class BankHandler {
    static final String HASH = "hash";

    private final BookHandler<HashBank, BankRequest> banks;
    private final Clock clock;

    record Brief(
            String name,
            int version,
            String category,
            int maxDistance,
            int entries,
            Instant updatedAt,
            String updatedBy) {
        static Brief of(HashBank bank) {
            return new Brief(
                    bank.name(),
                    bank.version(),
                    bank.category(),
                    bank.maxDistance(),
                    bank.entries().size(),
                    bank.updatedAt(),
                    bank.updatedBy());
        }
    }

    public BankHandler(Book<HashBank> book, Clock clock) {
        this.banks = new BookHandler<>(
                book, new BookHandler.Sort<>("bank", BankRequest.class, HashBank::version, Brief::of), clock);
        this.clock = clock;
    }

    BookHandler<HashBank, BankRequest> all() {
        return banks;
    }

    /** The same again changes nothing but the version. */
    void add(Context ctx) {
        var added = RequestBody.json(ctx, EntryRequest.class).entries();
        var who = Moderator.of(ctx, () -> "", clock);
        var written = changed(ctx, who, "entry-added", entries -> {
            added.forEach(one -> entries.removeIf(other -> other.hash().equals(one.hash())));
            entries.addAll(added);
            return true;
        });
        ctx.status(HttpStatus.CREATED).json(Brief.of(written));
    }

    void remove(Context ctx) {
        var who = Moderator.of(ctx, () -> "", clock);
        var hash = ctx.pathParam(HASH);
        var written = changed(
                ctx,
                who,
                "entry-removed",
                entries -> entries.removeIf(one -> hash.equals(one.sha256()) || hash.equals(one.pdq())));
        ctx.json(Brief.of(written));
    }

    private HashBank changed(Context ctx, Moderator who, String act, Predicate<List<Entry>> change) {
        var name = ctx.pathParam(BookHandler.NAME);
        return banks.change(who, name, act, before -> {
            if (before == null) {
                throw banks.missing(name);
            }
            var entries = new ArrayList<>(before.entries());
            if (!change.test(entries)) {
                throw Problem.notFound("No entry of the bank has this hash.");
            }
            return BankRequest.bounded(new HashBank(
                    before.tenantId(),
                    name,
                    before.version() + 1,
                    before.category(),
                    before.description(),
                    before.maxDistance(),
                    entries,
                    who.at(),
                    who.name()));
        });
    }
}
