package com.nexusai.schema.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing is looked at. */
public enum ContentKind {
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("profile")
    PROFILE,
    @JsonProperty("companion_profile")
    COMPANION_PROFILE,
    @JsonProperty("user_profile")
    USER_PROFILE,
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("video")
    VIDEO
}
