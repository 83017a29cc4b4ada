package com.nexusai.aggregator.sink.flow;

/**
 * A batch that is ready to go to its target.
 *
 * <p>When {@code write} returns, all of it is there, and the offsets are committed. On an exception none of it counts as
 * there, and the same delivery is tried again; it must bear that without anything being counted twice. One thread calls
 * it, one call at a time.
 */
@FunctionalInterface
public interface Delivery {
    void write() throws Exception;
}
