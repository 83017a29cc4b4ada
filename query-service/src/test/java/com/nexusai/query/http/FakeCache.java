package com.nexusai.query.http;

import com.nexusai.query.store.AnswerCache;
import com.nexusai.query.store.SourceAway;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A cache that forgets nothing, and may be away. */
final class FakeCache implements AnswerCache {
    final Map<String, String> kept = new HashMap<>();
    boolean away;

    @Override
    public Optional<String> get(String key) {
        check();
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(String key, String value) {
        check();
        kept.put(key, value);
    }

    private void check() {
        if (away) {
            throw SourceAway.unreachable("redis", new IllegalStateException("away"));
        }
    }
}
