package com.nexusai.query.http;

import com.nexusai.query.domain.Assembly.Chosen;
import com.nexusai.query.domain.Cohorts;
import com.nexusai.query.domain.EventMeasure;
import com.nexusai.query.domain.FunnelQuestion;
import com.nexusai.query.domain.RetentionQuestion;
import com.nexusai.query.domain.Segment;
import com.nexusai.query.domain.Tally;
import com.nexusai.query.store.Archive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers what was asked; says what it was told to. */
final class FakeArchive implements Archive {
    final List<Segment> askedForCells = new ArrayList<>();
    final List<EventMeasure> measured = new ArrayList<>();
    final Map<Instant, Long> cells = new HashMap<>();
    Map<String, Tally> groups = Map.of();

    @Override
    public void cells(
            String tenantId,
            String metric,
            List<Segment> segments,
            @Nullable Set<String> dimensions,
            boolean histograms,
            Found found) {
        askedForCells.addAll(segments);
        cells.forEach((start, count) -> {
            if (segments.stream().anyMatch(segment -> segment.range().contains(start))) {
                found.add("*", start, count(count));
            }
        });
    }

    @Override
    public Groups groups(EventMeasure measure) {
        measured.add(measure);
        return new Groups(groups, new Chosen(groups.size(), 100));
    }

    @Override
    public void windows(EventMeasure measure, Found found) {
        measured.add(measure);
        groups.forEach((group, tally) -> found.add(group, measure.range().from(), tally));
    }

    @Override
    public List<Long> funnel(FunnelQuestion question) {
        return List.of(100L, 40L);
    }

    @Override
    public Cohorts retention(RetentionQuestion question) {
        var cohorts = new Cohorts(question.windows());
        cohorts.size(question.range().from(), 10);
        cohorts.returned(question.range().from(), question.range().from(), 10);
        return cohorts;
    }

    static Tally count(long count) {
        return new Tally(count, null, null, null, null, null);
    }
}
