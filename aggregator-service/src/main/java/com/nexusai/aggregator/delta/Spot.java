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
        ITSELF(false, false),
        /** Those of the hour, the day and the month. */
        LONGER_WINDOWS(true, false),
        /** Those of the hour, the day and the month, and for each the total over all dimensions. */
        LONGER_WINDOWS_AND_TOTAL(true, true);

        private final boolean longerWindows;
        private final boolean total;

        Reach(boolean longerWindows, boolean total) {
            this.longerWindows = longerWindows;
            this.total = total;
        }

        public boolean longerWindows() {
            return longerWindows;
        }

        public boolean total() {
            return total;
        }
    }

    @Override
    public int hashCode() {
        // the time first: within one metric it differs most; enums would hash by address
        return ((int) startMinute * 31 + dimension.hashCode()) * 31 + granularity.ordinal();
    }
}
