package com.nexusai.benchmarks.aggregator.race;

import com.nexusai.benchmarks.aggregator.result.Differences;

/**
 * How one contender did in one round, from its first record to its last result committed.
 *
 * @param whole all of it, with a JVM that is still cold
 * @param warm the part after the first third of the events was committed
 * @param peakMegabytes most memory that the process had, heap and native
 */
public record Measured(
        String contender, int round, Stretch whole, Stretch warm, long peakMegabytes, Differences differences) {

    /** So many events in so much time, by the clock and on the processors; the broker's work is told beside it. */
    public record Stretch(long events, long wallMillis, long cpuMillis, long brokerCpuMillis) {
        public double perSecond() {
            return events * 1000.0 / Math.max(1, wallMillis);
        }

        /** Events per second of CPU time: what one core does. */
        public double perCore() {
            return events * 1000.0 / Math.max(1, cpuMillis);
        }
    }
}
