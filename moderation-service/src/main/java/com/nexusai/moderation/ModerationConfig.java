package com.nexusai.moderation;

import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.moderation.provider.ConfiguredProviders;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set.
 *
 * @param consoleMediaOrigins from where the review console may show pictures, recordings and films
 */
public record ModerationConfig(
        ServiceConfig service,
        ConfiguredProviders providers,
        @Nullable String signingKey,
        boolean privateWebhooks,
        String consoleMediaOrigins) {
    static final String SERVICE = "moderation-service";

    private static final int PORT = 8083;
    private static final int SHORTEST_KEY = 32;

    public static ModerationConfig from(Env env) {
        var key = env.secret("WEBHOOK_SIGNING_KEY");
        if (key != null && key.length() < SHORTEST_KEY) {
            env.fault("WEBHOOK_SIGNING_KEY", "must have at least " + SHORTEST_KEY + " characters");
        }
        var config = new ModerationConfig(
                ServiceConfig.from(env, SERVICE, PORT),
                ConfiguredProviders.from(env),
                key,
                env.flag("WEBHOOK_PRIVATE_ADDRESSES", false),
                env.matching(
                        "CONSOLE_MEDIA_ORIGINS",
                        "",
                        "|https?://[A-Za-z0-9.:*\\[\\]-]+( https?://[A-Za-z0-9.:*\\[\\]-]+)*",
                        "origins such as https://media.example, with blanks between"));

        env.check();
        return config;
    }

    /** The key does not show when it is printed. */
    @Override
    public String toString() {
        return "ModerationConfig[" + service + "]";
    }
}
