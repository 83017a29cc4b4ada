package com.nexusai.moderation;

import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;

/**
 * Everything that can be set.
 *
 * @param consoleMediaOrigins from where the review console may show pictures, recordings and films
 */
public record ModerationConfig(ServiceConfig service, String consoleMediaOrigins) {
    static final String SERVICE = "moderation-service";

    private static final int PORT = 8083;

    public static ModerationConfig from(Env env) {
        var config = new ModerationConfig(
                ServiceConfig.from(env, SERVICE, PORT),
                env.matching(
                        "CONSOLE_MEDIA_ORIGINS",
                        "",
                        "|https?://[A-Za-z0-9.:*\\[\\]-]+( https?://[A-Za-z0-9.:*\\[\\]-]+)*",
                        "origins such as https://media.example, with blanks between"));
        env.check();
        return config;
    }
}
