package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.Category;
import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.HashBank.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bank as it should be. */
record BankRequest(
        int version,
        @Nullable String category,
        @Nullable String description,
        @Nullable Integer maxDistance,
        @Nullable List<@Nullable EntryRequest> entries)
        implements Definition<HashBank> {

    static final int MOST = 5_000;
    private static final int USUAL_DISTANCE = 31;
    private static final int LONGEST_DISTANCE = 64;
    private static final int LONGEST_NOTE = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;

    /** @param base64 the bytes of the thing, to be hashed here and not kept */
    record EntryRequest(
            @Nullable String sha256,
            @Nullable String pdq,
            @Nullable String base64,
            @Nullable String note) {

        List<Entry> entries() {
            var known = new MediaRequest(null, null, sha256, pdq, base64).known();
            if (known.sha256() == null && known.pdq() == null) {
                throw Problem.invalid("entries", "An entry has a sha256, a pdq or the bytes in base64.");
            }
            return List.of(new Entry(known.sha256(), known.pdq(), ActRequest.text("entries.note", note, LONGEST_NOTE)));
        }
    }

    @Override
    public HashBank define(String name, Moderator by, @Nullable HashBank before) {
        int distance = maxDistance == null ? USUAL_DISTANCE : maxDistance;
        if (distance < 0 || distance > LONGEST_DISTANCE) {
            throw Problem.invalid("maxDistance", "It must be from 0 to " + LONGEST_DISTANCE + ".");
        }
        var all = new ArrayList<Entry>();
        var seen = new HashSet<String>();
        for (var entry : entries == null ? List.<EntryRequest>of() : entries) {
            if (entry == null) {
                throw Problem.invalid("entries", "None of them may be null.");
            }
            entry.entries().stream().filter(one -> seen.add(one.hash())).forEach(all::add);
        }
        return bounded(new HashBank(
                by.tenantId(),
                name,
                version + 1,
                category(category),
                ActRequest.text("description", description, LONGEST_DESCRIPTION),
                distance,
                all,
                by.at(),
                by.name()));
    }

    static HashBank bounded(HashBank bank) {
        if (bank.entries().size() > MOST) {
            throw Problem.tooLarge("A bank may have " + MOST + " entries; make another one.")
                    .with("field", "entries");
        }
        return bank;
    }

    static String category(@Nullable String given) {
        try {
            return Category.of(given == null ? "" : given).label();
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("category", "It must be one of " + Category.faults() + ".");
        }
    }
}
