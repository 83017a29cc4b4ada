package com.nexusai.aggregator.sink.flow;

/** Knows a target, and how records look there. */
@FunctionalInterface
public interface BatchWriter {
    /**
     * Makes everything ready that needs no target. It runs while the batch before is still on its way, so it must not
     * wait and must not fail for what a record holds.
     */
    Delivery prepare(Batch batch);
}
