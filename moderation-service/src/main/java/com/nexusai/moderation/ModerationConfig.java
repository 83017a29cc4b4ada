package com.nexusai.moderation;

import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;

/** Everything that can be set. Today that is what every service has. */
public record ModerationConfig(ServiceConfig service) {
    static final String SERVICE = "moderation-service";

    private static final int PORT = 8083;

    public static ModerationConfig from(Env env) {
        var config = new ModerationConfig(ServiceConfig.from(env, SERVICE, PORT));
        env.check();
        return config;
    }
}
