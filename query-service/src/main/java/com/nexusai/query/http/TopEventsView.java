package com.nexusai.query.http;

import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Share;
import com.nexusai.query.engine.Answer;
import java.time.Instant;
import java.util.List;

/** The most frequent event types of a range; {@code total} counts all types, listed or not. */
record TopEventsView(String granularity, Instant from, Instant to, long total, List<Share> events, Meta meta) {

    static TopEventsView of(String granularity, Answer answer) {
        var result = answer.results().getFirst();
        var shares = result.groups().stream().map(TopEventsView::share).toList();
        long total = result.total() == null ? 0 : Math.round(result.total());
        return new TopEventsView(granularity, answer.from(), answer.to(), total, shares, answer.meta());
    }

    static Share share(Group group) {
        long count = group.count() == null ? 0 : group.count();
        return new Share(group.dimension(), count, group.share() == null ? 0 : group.share());
    }
}
