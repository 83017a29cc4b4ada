package com.nexusai.kit.config;

import java.net.URI;

/** Where Redis is, for the services that write to it or read from it. */
public record RedisConfig(URI url) {

    public static RedisConfig from(Env env) {
        return new RedisConfig(env.uri("REDIS_URL", "redis://localhost:6379"));
    }

    /** The address may hold a password, which stays out of logs. */
    @Override
    public String toString() {
        return "RedisConfig[" + url.getHost() + ":" + url.getPort() + "]";
    }
}
