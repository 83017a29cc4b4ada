package com.nexusai.devstack.clickhouse.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says of a statement it could not run: {@code Code: 60. DB::Exception: …}. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");
    private static final int LOGICAL_ERROR = 49;

    private final int code;

    public EngineException(String message) {
        super(message);
        this.code = codeOf(message);
    }

    public EngineException(int code, String name, String message) {
        super("Code: " + code + ". DB::Exception: " + message + ". (" + name + ")");
        this.code = code;
    }

    public int code() {
        return code;
    }

    private static int codeOf(String message) {
        Matcher matcher = CODE.matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : LOGICAL_ERROR;
    }
}
