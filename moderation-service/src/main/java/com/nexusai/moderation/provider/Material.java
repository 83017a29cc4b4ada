package com.nexusai.moderation.provider;

import org.jspecify.annotations.Nullable;

/**
 * What is looked at.
 *
 * @param text the text, or the caption of a picture; may be empty
 * @param imageBase64 the picture, if there is one
 * @param imageType its media type
 */
public record Material(String text, @Nullable String imageBase64, String imageType) {
    public static Material text(String text) {
        return new Material(text, null, "");
    }
}
