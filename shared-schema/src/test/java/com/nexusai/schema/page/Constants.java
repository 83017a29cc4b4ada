package com.nexusai.schema.page;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

/** The text constants of a class, as a page of the documentation writes them. */
final class Constants {
    private Constants() {}

    static List<String> codesOf(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == String.class)
                .map(Constants::value)
                .map(value -> "`" + value + "`")
                .toList();
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException problem) {
            throw new AssertionError(problem);
        }
    }
}
