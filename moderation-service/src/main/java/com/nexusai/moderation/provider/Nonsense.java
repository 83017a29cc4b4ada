package com.nexusai.moderation.provider;

import tools.jackson.databind.JsonNode;

/** An answer that is not what the provider promises. */
final class Nonsense extends RuntimeException {
    Nonsense(String what) {
        super(what);
    }

    static double share(JsonNode value) {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= 0 && number <= 1)) {
            throw new Nonsense("not a number from 0 to 1");
        }
        return number;
    }

    static JsonNode array(JsonNode value) {
        if (!value.isArray()) {
            throw new Nonsense("not an array");
        }
        return value;
    }

    static JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw new Nonsense("not an object");
        }
        return value;
    }
}
