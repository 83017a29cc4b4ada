package com.nexusai.moderation.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What content can be at fault for, or why it could not be judged. */
public enum Category {
    HATE,
    HARASSMENT,
    SEXUAL,
    SEXUAL_MINORS,
    VIOLENCE,
    SELF_HARM,
    ILLEGAL,
    SPAM,
    PERSONAL_DATA,
    /** not a fault: there is something that the scorer did not see or could not read */
    UNSEEN;

    private static final String OF_MINORS = "_MINORS";

    private final String label =
            name().replace(OF_MINORS, "/MINORS").toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it stands in reasons, decisions and lexicons. */
    public String label() {
        return label;
    }

    /** The labels of all that content can be at fault for, for messages to people. */
    public static String faults() {
        return Arrays.stream(values())
                .filter(category -> category != UNSEEN)
                .map(Category::label)
                .collect(Collectors.joining(", "));
    }

    public static Category of(String label) {
        for (var category : values()) {
            if (category.label.equals(label)) {
                return category;
            }
        }
        throw new IllegalArgumentException("there is no category '" + label + "'");
    }
}
