package com.nexusai.aggregator.sink;

/** How a sink is doing. */
sealed interface SinkState {
    record Flowing() implements SinkState {}

    /** The target does not take the batch; it is tried again and again. */
    record Waiting(int attempts, String reason) implements SinkState {}

    record Stopped() implements SinkState {}
}
