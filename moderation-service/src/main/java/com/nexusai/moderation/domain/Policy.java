package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Outcome;

/**
 * The numbers by which content is judged. Another number or another lexicon is another version: decisions name the policy
 * they were made by, and a test knows what goes with which version.
 *
 * @param approveAbove a confidence above this is approved
 * @param rejectBelow a confidence below this is rejected; between the two a person decides
 * @param textLimit how many characters of a text are read
 */
public record Policy(
        String name, int version, double approveAbove, double rejectBelow, int textLimit, SignalWeights weights) {

    public static final Policy LOCAL = new Policy("local", 2, 0.8, 0.3, 20_000, SignalWeights.LOCAL_2);

    public Policy {
        if (!(0 <= rejectBelow && rejectBelow <= approveAbove && approveAbove < 1)) {
            throw new IllegalArgumentException(
                    "policy " + name + ": thresholds must be 0 <= rejectBelow <= approveAbove < 1");
        }
        if (textLimit < 1) {
            throw new IllegalArgumentException("policy " + name + ": textLimit must be positive");
        }
    }

    /** As decisions name it. */
    public String id() {
        return name + "-" + version;
    }

    public Outcome decide(double confidence) {
        if (confidence > approveAbove) {
            return Outcome.APPROVED;
        }
        return confidence < rejectBelow ? Outcome.REJECTED : Outcome.REVIEW;
    }

    /** What takes a spotless text just out of reach of an approval, and hardly further. */
    public double enoughForReview() {
        return 1 - approveAbove;
    }
}
