package com.nexusai.devstack.clickhouse.http;

import com.nexusai.devstack.clickhouse.engine.EngineException;

/** How this server presents itself. */
record ServerIdentity(String displayName, String timezone, String version) {
    /** The text of an error as a server sends it: with the version at its end, exactly once. */
    String describe(EngineException error) {
        String message = String.valueOf(error.getMessage()).strip();
        return message.contains("(version ") ? message + "\n" : message + " (version " + version + ")\n";
    }
}
