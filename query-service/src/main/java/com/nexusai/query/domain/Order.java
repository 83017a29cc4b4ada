package com.nexusai.query.domain;

/** In which order groups come, and so which of them are left out. */
public enum Order {
    LARGEST_FIRST("-value"),
    SMALLEST_FIRST("value"),
    NAME("name");

    private final String word;

    Order(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such order */
    public static Order of(String word) {
        for (var order : values()) {
            if (order.word.equals(word)) {
                return order;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is none of -value, value, name");
    }
}
