package com.nexusai.aggregator.sink.clickhouse;

/** A value that its column cannot hold. Its record becomes a dead letter. */
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
        super(reason, null, false, false);
    }
}
