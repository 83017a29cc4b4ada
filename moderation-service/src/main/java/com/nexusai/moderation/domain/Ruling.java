package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;

/** What became of a submission or a verdict: the case as it now stands, and whether something was decided. */
public sealed interface Ruling {
    ModerationCase standing();

    /** The content was looked at: a new case, or a known one whose content has changed, or about which others spoke. */
    record Decided(ModerationCase standing, Decision decision) implements Ruling {}

    /** The same content once more: it joins its case, and what was decided stands. */
    record Joined(ModerationCase standing) implements Ruling {}

    /** Others are asked first; until they answer, or their time is up, nothing is decided. */
    record Asked(ModerationCase standing) implements Ruling {}

    /** Others have answered, but meanwhile a person has it: the answer is written down for that person. */
    record Noted(ModerationCase standing) implements Ruling {}
}
