package com.nexusai.aggregator.sink.clickhouse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Statements about the schema are written for one server. With a cluster they run on all its servers, and tables are
 * replicated; where their copies meet in Keeper is left to the servers' own default path.
 */
record Ddl(@Nullable String cluster) {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern HEAD = Pattern.compile("^((?:CREATE (?:DATABASE|TABLE)(?: IF NOT EXISTS)?|ALTER TABLE"
            + "|DROP TABLE(?: IF EXISTS)?) " + NAME + "|RENAME TABLE " + NAME + " TO " + NAME + ")");
    private static final Pattern COMMENTS = Pattern.compile("\\A(?:\\s*--[^\n]*\n)*");
    private static final Pattern ENGINE = Pattern.compile("\\bENGINE = (\\w*MergeTree)\\b");

    String of(String sql) {
        var statement = COMMENTS.matcher(sql).replaceFirst("");
        var head = HEAD.matcher(statement);
        if (!head.find()) {
            throw new IllegalArgumentException("not a statement that can run on a cluster: " + statement);
        }
        if (cluster == null) {
            return statement;
        }
        var everywhere = head.replaceFirst("$1 ON CLUSTER " + cluster);
        return ENGINE.matcher(everywhere).replaceFirst("ENGINE = Replicated$1");
    }
}
