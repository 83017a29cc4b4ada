package com.nexusai.benchmarks.flink;

import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * Fires once in an interval in which the window changed, and at its end. It keeps no state of its own: the same timer
 * set twice is one timer.
 */
final class ChangedTrigger extends Trigger<Object, TimeWindow> {
    private final long intervalMillis;

    ChangedTrigger(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, TimeWindow window, TriggerContext context) {
        long now = context.getCurrentProcessingTime();
        context.registerProcessingTimeTimer(now - now % intervalMillis + intervalMillis);
        context.registerEventTimeTimer(window.maxTimestamp());
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
        return time == window.maxTimestamp() ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    /** A timer that fires once more after the window is gone finds nothing. */
    @Override
    public void clear(TimeWindow window, TriggerContext context) {
        context.deleteEventTimeTimer(window.maxTimestamp());
    }
}
