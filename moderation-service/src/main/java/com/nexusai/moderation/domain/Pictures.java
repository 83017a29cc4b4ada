package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Media;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When two media are the same: by their bytes where those are known, else by their address. */
final class Pictures {
    private Pictures() {}

    static boolean same(@Nullable Media one, @Nullable Media other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        if (one.sha256() != null && other.sha256() != null) {
            return one.sha256().equals(other.sha256());
        }
        return Objects.equals(one.pdq(), other.pdq()) && Objects.equals(place(one), place(other));
    }

    /** What is behind a question mark is often a signature that is another each time. */
    private static @Nullable String place(Media media) {
        var url = media.url();
        int query = url == null ? -1 : url.indexOf('?');
        return url == null || query < 0 ? url : url.substring(0, query);
    }
}
