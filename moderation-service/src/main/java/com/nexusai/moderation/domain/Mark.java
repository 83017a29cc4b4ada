package com.nexusai.moderation.domain;

/** Something that is counted of a moderator, by which the quality of decisions is known. */
public record Mark(String what, String moderator) {
    /** Another moderator, who did not know the decision, would have decided alike. */
    public static final String SECOND_AGREED = "second-agreed";

    public static final String SECOND_DIFFERED = "second-differed";

    /** On cases whose answer is known. */
    public static final String GOLDEN_RIGHT = "golden-right";

    public static final String GOLDEN_WRONG = "golden-wrong";

    /** A rejection that an appeal overturned. */
    public static final String OVERTURNED = "overturned";
}
