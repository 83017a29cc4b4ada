package com.nexusai.aggregator.sink.flow;

/** How a sink is doing. */
sealed interface SinkState {
    record Flowing() implements SinkState {}

    /** The target does not take the batch; it is tried again and again. */
    record Waiting(int attempts, String reason, long sinceNanos) implements SinkState {}

    record Stopped() implements SinkState {}
}
