package com.nexusai.schema.metric;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;

/** What is made of the events that pass a metric's filter. A field is a path such as {@code properties.amount}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Measure.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Measure.Sum.class, name = "sum"),
    @JsonSubTypes.Type(value = Measure.Avg.class, name = "avg"),
    @JsonSubTypes.Type(value = Measure.Min.class, name = "min"),
    @JsonSubTypes.Type(value = Measure.Max.class, name = "max"),
    @JsonSubTypes.Type(value = Measure.Distinct.class, name = "distinct"),
    @JsonSubTypes.Type(value = Measure.Percentile.class, name = "percentile"),
    @JsonSubTypes.Type(value = Measure.Funnel.class, name = "funnel")
})
public sealed interface Measure {

    /** A measure of the values of one field. */
    sealed interface OfField extends Measure permits Sum, Avg, Min, Max, Distinct, Percentile {
        String field();
    }

    /** How many events. */
    record Count() implements Measure {}

    record Sum(String field) implements OfField {
        public Sum {
            field = requireNonNullElse(field, "");
        }
    }

    record Avg(String field) implements OfField {
        public Avg {
            field = requireNonNullElse(field, "");
        }
    }

    record Min(String field) implements OfField {
        public Min {
            field = requireNonNullElse(field, "");
        }
    }

    record Max(String field) implements OfField {
        public Max {
            field = requireNonNullElse(field, "");
        }
    }

    /** How many different values; exact where the field is {@code actor}, else estimated. */
    record Distinct(String field) implements OfField {
        public static final String ACTOR = "actor";

        public Distinct {
            field = requireNonNullElse(field, "");
        }
    }

    /** A histogram of the values, from which any percentile is read. */
    record Percentile(String field) implements OfField {
        public Percentile {
            field = requireNonNullElse(field, "");
        }
    }

    /**
     * How many actors go through the steps in order.
     *
     * @param steps filters; the first may be {@link #FIRST_SEEN}, the actor's earliest event
     * @param window how long after the first step the others may come
     */
    record Funnel(List<String> steps, Duration window) implements Measure {
        public static final String FIRST_SEEN = "first_seen";

        public Funnel {
            steps = steps == null ? List.of() : List.copyOf(steps);
            window = requireNonNullElse(window, Duration.ZERO);
        }

        public boolean startsWhenFirstSeen() {
            return !steps.isEmpty() && steps.getFirst().equals(FIRST_SEEN);
        }
    }
}
