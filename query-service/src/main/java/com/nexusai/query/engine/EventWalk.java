package com.nexusai.query.engine;

import com.nexusai.query.domain.EventPage;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.domain.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Walks through many events, newest first, a page at a time. Each page is looked for in a short time only, since history
 * sorts all that a question could mean before it gives the first of it: one question for a month would sort the month
 * for every page. The time grows where little happens and shrinks where much does.
 */
public final class EventWalk {
    private static final int PAGE = 1_000;
    private static final int FEW = PAGE / 2;
    private static final int MANY_PAGES = 8;
    private static final Duration FIRST_LOOK = Duration.ofMinutes(10);
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    /** Who gives a page. */
    @FunctionalInterface
    public interface Pages {
        EventPage page(EventQuestion question, Optional<StoredEvent.Position> after, int limit);
    }

    private final Pages pages;
    private final EventQuestion question;
    private final Instant from;
    private Duration look = FIRST_LOOK;
    private Instant end;
    private Instant start;
    private Optional<StoredEvent.Position> after = Optional.empty();
    private int pagesOfLook;
    private int left;

    /** @param most events in all */
    public EventWalk(Pages pages, EventQuestion question, int most) {
        this.pages = pages;
        this.question = question;
        from = question.range().from();
        end = question.range().to();
        start = startOf(end);
        left = most;
    }

    /** Some more events; none at the end. */
    public List<StoredEvent> next() {
        while (left > 0 && from.isBefore(end)) {
            var page = pages.page(question.in(new TimeRange(start, end)), after, Math.min(PAGE, left));
            left -= page.events().size();
            if (page.more()) {
                var last = page.events().getLast().position();
                after = Optional.of(last);
                // of the same millisecond there may be others
                end = earlier(end, last.timestamp().plusMillis(1));
                pagesOfLook++;
            } else {
                turnBack(page.events().size());
            }
            if (!page.events().isEmpty()) {
                return page.events();
            }
        }
        return List.of();
    }

    private void turnBack(int eventsOfLastPage) {
        if (pagesOfLook == 0 && eventsOfLastPage < FEW) {
            look = look.multipliedBy(4);
        } else if (pagesOfLook > MANY_PAGES && look.compareTo(SHORTEST_LOOK) > 0) {
            look = look.dividedBy(4);
        }
        end = start;
        start = startOf(end);
        after = Optional.empty();
        pagesOfLook = 0;
    }

    private Instant startOf(Instant until) {
        var whole = Duration.between(from, until);
        return look.compareTo(whole) >= 0 ? from : until.minus(look);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
