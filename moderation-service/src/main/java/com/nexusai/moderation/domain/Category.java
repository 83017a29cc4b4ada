package com.nexusai.moderation.domain;

import java.util.Locale;

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

    public static Category of(String label) {
        for (var category : values()) {
            if (category.label.equals(label)) {
                return category;
            }
        }
        throw new IllegalArgumentException("there is no category '" + label + "'");
    }
}
