package com.nexusai.query.store.redis;

import com.nexusai.query.store.AnswerCache;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;

/** Answers as texts in Redis, which forgets them by itself. */
public final class RedisAnswers implements AnswerCache {
    private final RedisLink link;
    private final SetArgs life;

    public RedisAnswers(RedisLink link, Duration life) {
        this.link = link;
        this.life = SetArgs.Builder.px(life.toMillis());
    }

    @Override
    public Optional<String> get(String key) {
        try {
            return Optional.ofNullable(link.commands().get(key));
        } catch (RedisException failure) {
            throw SourceAway.unreachable(Source.REDIS, failure);
        }
    }

    @Override
    public void put(String key, String value) {
        try {
            link.commands().set(key, value, life);
        } catch (RedisException failure) {
            throw SourceAway.unreachable(Source.REDIS, failure);
        }
    }
}
