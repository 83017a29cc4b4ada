package com.nexusai.aggregator.delta;

import com.nexusai.schema.aggregate.Granularity;

/**
 * Where in a metric a difference belongs, and which cells grow with it.
 *
 * @param startMinute the window's first minute since 1970
 */
public record Spot(Granularity granularity, Reach reach, String dimension, long startMinute) {

    /** Which cells beside its own grow with a spot. */
    public enum Reach {
        /** None. */
        ITSELF(0, false, false),
        /** Those of the hour, the day and the month. */
        LONGER_WINDOWS(1, true, false),
        /** Those of the hour, the day and the month, and for each the total over all dimensions. */
        LONGER_WINDOWS_AND_TOTAL(2, true, true);

        private final int code;
        private final boolean longerWindows;
        private final boolean total;

        Reach(int code, boolean longerWindows, boolean total) {
            this.code = code;
            this.longerWindows = longerWindows;
            this.total = total;
        }

        /** How it lies on the topic: never change it. */
        int code() {
            return code;
        }

        static Reach ofCode(int code) {
            return switch (code) {
                case 0 -> ITSELF;
                case 1 -> LONGER_WINDOWS;
                case 2 -> LONGER_WINDOWS_AND_TOTAL;
                default -> throw new IllegalArgumentException("no reach has the code " + code);
            };
        }

        public boolean longerWindows() {
            return longerWindows;
        }

        public boolean total() {
            return total;
        }
    }

    // by hand, since this is asked some ten times an event: the time differs most, and texts are looked at last
    @Override
    public boolean equals(Object other) {
        return other instanceof Spot that
                && startMinute == that.startMinute
                && granularity == that.granularity
                && reach == that.reach
                && dimension.equals(that.dimension);
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(startMinute) * 31 + granularity.code()) * 31 + dimension.hashCode();
    }
}
