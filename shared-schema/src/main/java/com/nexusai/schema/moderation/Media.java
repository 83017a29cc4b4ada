package com.nexusai.schema.moderation;

import org.jspecify.annotations.Nullable;

/**
 * The thing itself, where content is not text. Its bytes do not travel; what is known of them does.
 *
 * @param url where those who may look at it find it
 * @param mediaType such as {@code image/jpeg}
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param pdq the perceptual hash of a picture, 64 hexadecimal digits
 */
public record Media(
        @Nullable String url,
        @Nullable String mediaType,
        @Nullable String sha256,
        @Nullable String pdq) {}
