package com.nexusai.aggregator.sink;

/**
 * Puts a batch where it belongs.
 *
 * <p>On return all of it is there, and the offsets are committed. On an exception none of it counts as there, and the
 * same batch comes again; a writer must bear that without counting anything twice.
 */
@FunctionalInterface
public interface BatchWriter {
    void write(Batch batch) throws Exception;
}
