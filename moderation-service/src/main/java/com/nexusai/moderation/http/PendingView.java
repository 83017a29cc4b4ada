package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.store.PendingPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param next the cursor of the next page; absent on the last
 */
record PendingView(List<CaseView> cases, @Nullable String next, Meta meta) {
    PendingView {
        cases = List.copyOf(cases);
    }

    /** The page as one instance has it. It cannot know more than that a full page may have a successor. */
    static PendingView of(PendingPage page, List<CaseView> cases, Meta meta) {
        var next = cases.size() < page.limit()
                ? null
                : Cursor.write(key(page, cases.getLast()).text());
        return new PendingView(cases, next, meta);
    }

    /** The page as all instances have it. */
    static PendingView merged(PendingPage page, List<PendingView> parts, Meta meta) {
        var all = new ArrayList<CaseView>();
        parts.forEach(part -> all.addAll(part.cases()));
        return of(page, page.first(all, one -> key(page, one)), meta);
    }

    private static PendingKey key(PendingPage page, CaseView view) {
        return page.key(view.contentId(), view.decidedAt(), view.handling());
    }
}
