package com.nexusai.query.store;

import java.util.Optional;

/** Where answers lie for a short time, for all instances. What it forgets is asked again. */
public interface AnswerCache {
    /** @throws SourceAway if it does not answer */
    Optional<String> get(String key);

    /** @throws SourceAway if it does not take it */
    void put(String key, String value);

    /** Remembers nothing. */
    static AnswerCache none() {
        return new AnswerCache() {
            @Override
            public Optional<String> get(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, String value) {
                // there is no place for it
            }
        };
    }
}
