package com.nexusai.query.store;

import com.nexusai.query.domain.Assembly.Chosen;
import com.nexusai.query.domain.Cohorts;
import com.nexusai.query.domain.EventMeasure;
import com.nexusai.query.domain.FunnelQuestion;
import com.nexusai.query.domain.RetentionQuestion;
import com.nexusai.query.domain.Segment;
import com.nexusai.query.domain.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ClickHouse knows beyond the stores: cells that are older, and figures made of the events themselves. */
public interface Archive {

    /** Something was counted for a group in a window. */
    @FunctionalInterface
    interface Found {
        void add(String group, Instant start, Tally tally);
    }

    /**
     * The groups that come first, with what was counted for each over the whole range.
     *
     * @param all how many there are
     */
    record Groups(Map<String, Tally> totals, Chosen all) {
        public Groups {
            totals = Map.copyOf(totals);
        }
    }

    /**
     * Cells of these segments, in any order.
     *
     * @param dimensions null for all but the total
     * @param histograms whether those are wanted; they are large
     * @throws SourceAway if it cannot be asked now
     */
    void cells(
            String tenantId,
            String metric,
            List<Segment> segments,
            @Nullable Set<String> dimensions,
            boolean histograms,
            Found found);

    /** @throws SourceAway if it cannot be asked now */
    Groups groups(EventMeasure measure);

    /**
     * The windows that have events.
     *
     * @throws SourceAway if it cannot be asked now
     */
    void windows(EventMeasure measure, Found found);

    /**
     * How many people came to each step.
     *
     * @throws SourceAway if it cannot be asked now
     */
    List<Long> funnel(FunnelQuestion question);

    /** @throws SourceAway if it cannot be asked now */
    Cohorts retention(RetentionQuestion question);
}
