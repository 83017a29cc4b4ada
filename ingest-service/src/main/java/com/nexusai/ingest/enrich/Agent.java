package com.nexusai.ingest.enrich;

import com.nexusai.schema.event.RawJson;
import org.jspecify.annotations.Nullable;

/** What a user agent says of itself, ready to be written; null for what it does not say. */
record Agent(
        @Nullable RawJson device,
        @Nullable RawJson os,
        @Nullable RawJson browser) {}
