package com.nexusai.ingest.metric;

import com.nexusai.schema.rejection.Rejection;

/** One numeric sample as it was sent: fit to become an event, or not. */
public sealed interface Sample {

    /** With the event that it becomes. */
    final class Good implements Sample {
        private final byte[] json;

        Good(byte[] json) {
            this.json = json;
        }

        public byte[] json() {
            return json;
        }
    }

    record Bad(Rejection why) implements Sample {}
}
