package com.nexusai.schema.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

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
    OVERTURN,
    /** takes back a decision that has no effect yet */
    @JsonProperty("undo")
    UNDO,
    /** a second look at what another decided: it would have been approved */
    @JsonProperty("second-approve")
    SECOND_APPROVE,
    /** a second look: it would have been rejected */
    @JsonProperty("second-reject")
    SECOND_REJECT;

    /** As it stands in paths, histories and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it decides the case. */
    public boolean decides() {
        return this == APPROVE || this == REJECT || this == UPHOLD || this == OVERTURN;
    }
}
