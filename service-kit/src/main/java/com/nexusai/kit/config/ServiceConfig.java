package com.nexusai.kit.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What every service is configured with; each adds a record of its own for the rest. */
public record ServiceConfig(
        String service,
        String instanceId,
        HttpConfig http,
        KafkaConfig kafka,
        TopicSettings topics,
        StreamsSettings streams,
        AuthConfig auth) {

    /** Reads the common settings; the caller reads its own from the same {@code env} and then calls {@code check()}. */
    public static ServiceConfig from(Env env, String service, int defaultPort) {
        var host = hostname();
        var http = HttpConfig.from(env, defaultPort);
        // Read by logback.xml, before any of our code runs; asked here so that a typo is reported.
        env.matching("LOG_FORMAT", "json", "json|text", "json, text");
        var level = env.choice("LOG_LEVEL", LogLevel.class, LogLevel.INFO);
        env.choice("LOG_ACCESS_LEVEL", LogLevel.class, level);
        return new ServiceConfig(
                service,
                env.matching("INSTANCE_ID", host, "[A-Za-z0-9._-]{1,200}", "letters, digits, dot, dash, underscore"),
                http,
                KafkaConfig.from(env),
                TopicSettings.from(env),
                StreamsSettings.from(env, host, http.port()),
                AuthConfig.from(env));
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private enum LogLevel {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
