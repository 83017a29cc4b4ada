package com.nexusai.moderation.provider;

import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ProviderQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at.
 *
 * @param text the text, or the caption of a picture; may be empty
 * @param imageBase64 the picture, if it is in hand
 * @param mediaType of the picture, sound or film
 * @param url where it can be had, if it is not in hand
 */
public record Material(
        ContentKind kind,
        String text,
        @Nullable String imageBase64,
        String mediaType,
        @Nullable String url) {

    public static Material text(String text) {
        return new Material(ContentKind.MESSAGE, text, null, "", null);
    }

    public static Material picture(String text, String imageBase64, String mediaType) {
        return new Material(ContentKind.IMAGE, text, imageBase64, mediaType, null);
    }

    /** @param imageBase64 the picture, where the sender has kept it */
    public static Material of(ProviderQuestion question, @Nullable String imageBase64) {
        var media = question.media();
        var type = media == null ? null : media.mediaType();
        return new Material(
                question.kind(),
                question.text(),
                imageBase64,
                type == null ? "image/jpeg" : type,
                media == null ? null : media.url());
    }

    boolean isMedium() {
        return ContentRules.isMedium(kind);
    }
}
