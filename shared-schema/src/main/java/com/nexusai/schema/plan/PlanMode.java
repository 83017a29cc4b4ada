package com.nexusai.schema.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to an event that is not as its plan says. */
public enum PlanMode {
    /** the plan is kept, and nobody asks it */
    @JsonProperty("off")
    OFF,
    /** the event passes; its context says what is wrong with it */
    @JsonProperty("observe")
    OBSERVE,
    /** the event is rejected */
    @JsonProperty("enforce")
    ENFORCE
}
