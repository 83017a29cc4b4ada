package com.nexusai.schema.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a moderator does with a case. */
public enum ReviewStep {
    /** keeps others away from it for a while */
    @JsonProperty("claim")
    CLAIM,
    /** gives it back, and is not offered it again */
    @JsonProperty("skip")
    SKIP,
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("reject")
    REJECT,
    @JsonProperty("escalate")
    ESCALATE,
    /** claims it for somebody else */
    @JsonProperty("reassign")
    REASSIGN,
    /** decides an appeal: the rejection stands */
    @JsonProperty("uphold")
    UPHOLD,
    /** decides an appeal: the rejection, its action and its strike are undone */
    @JsonProperty("overturn")
    OVERTURN
}
