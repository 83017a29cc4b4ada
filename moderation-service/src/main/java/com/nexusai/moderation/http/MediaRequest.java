package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.hash.MediaHashes;
import com.nexusai.schema.moderation.Media;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A picture, sound or film as a request describes it.
 *
 * @param base64 its bytes, if they are to be hashed here; they are not kept
 */
record MediaRequest(
        @Nullable String url,
        @Nullable String mediaType,
        @Nullable String sha256,
        @Nullable String pdq,
        @Nullable String base64) {

    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_URL = 2_048;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,80}");

    /** @throws Problem naming the field that cannot be accepted */
    Media known() {
        var bytes = bytes();
        return new Media(
                address(),
                type(),
                bytes == null ? hash("media.sha256", sha256) : MediaHashes.sha256(bytes),
                bytes == null ? hash("media.pdq", pdq) : alike(bytes));
    }

    /** What is not a picture that can be read has no such hash. */
    private @Nullable String alike(byte[] bytes) {
        var computed = MediaHashes.pdq(bytes);
        return computed != null ? computed : hash("media.pdq", pdq);
    }

    private byte @Nullable [] bytes() {
        if (base64 == null || base64.isEmpty()) {
            return null;
        }
        if (base64.length() > MOST_BYTES / 3 * 4 + 4) {
            throw Problem.tooLarge("The bytes may be " + MOST_BYTES + ".").with("field", "media.base64");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw Problem.invalid("media.base64", "It is not Base64.");
        }
    }

    private @Nullable String address() {
        if (url == null || url.isBlank()) {
            return null;
        }
        if (url.length() > LONGEST_URL || !url.startsWith("https://")) {
            throw Problem.invalid("media.url", "It must begin with https:// and have " + LONGEST_URL + " characters.");
        }
        return url;
    }

    private @Nullable String type() {
        if (mediaType == null) {
            return null;
        }
        var type = mediaType.toLowerCase(Locale.ROOT);
        if (!TYPE.matcher(type).matches()) {
            throw Problem.invalid("media.mediaType", "It must be such as image/jpeg.");
        }
        return type;
    }

    private static @Nullable String hash(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var hash = given.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(hash).matches()) {
            throw Problem.invalid(field, "It must be 64 hexadecimal digits.");
        }
        return hash;
    }
}
