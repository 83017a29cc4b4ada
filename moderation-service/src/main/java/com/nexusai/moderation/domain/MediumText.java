package com.nexusai.moderation.domain;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is written about a picture, sound or film, one below the other: it is looked at like any text. */
public final class MediumText {
    private MediumText() {}

    public static String of(
            @Nullable String text, @Nullable String caption, @Nullable String fileName, @Nullable String transcript) {
        return Stream.of(text, caption, fileName, transcript)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
