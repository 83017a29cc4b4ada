package com.nexusai.schema.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What ingest-service adds to the context of an event. */
public enum Enrichment {
    @JsonProperty("user-agent")
    USER_AGENT,
    @JsonProperty("referrer")
    REFERRER,
    @JsonProperty("campaign")
    CAMPAIGN,
    @JsonProperty("geo")
    GEO
}
