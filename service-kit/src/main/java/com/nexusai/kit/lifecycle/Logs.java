package com.nexusai.kit.lifecycle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What logback.xml cannot know. */
public final class Logs {
    private Logs() {}

    /** The name of the service on every log line. */
    public static void identify(String service) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.putProperty("service", service);
        }
    }

    /** For command line tools, whose standard output is their answer: only what went wrong, and elsewhere. */
    public static void warningsToStandardError() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            var root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.WARN);
            root.iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof ConsoleAppender<?> console) {
                    console.stop();
                    console.setTarget("System.err");
                    console.start();
                }
            });
        }
    }
}
