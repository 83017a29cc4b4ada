package com.nexusai.ingest.metric;

import com.nexusai.schema.rejection.Rejection;

/** One numeric sample as it was sent: fit to become an event, or not. */
public sealed interface Sample {

    /** @param json the event that it becomes */
    record Good(byte[] json) implements Sample {}

    record Bad(Rejection why) implements Sample {}
}
