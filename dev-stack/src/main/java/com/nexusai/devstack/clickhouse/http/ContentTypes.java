package com.nexusai.devstack.clickhouse.http;

import java.util.Locale;

/** The media type ClickHouse gives for an output format. */
final class ContentTypes {
    private ContentTypes() {}

    static String of(String format) {
        String name = format.toLowerCase(Locale.ROOT);
        if (name.startsWith("json") && !name.contains("eachrow")) {
            return "application/json; charset=UTF-8";
        }
        if (name.startsWith("json") || name.equals("ndjson")) {
            return "application/x-ndjson; charset=UTF-8";
        }
        if (name.startsWith("csv")) {
            return "text/csv; charset=UTF-8; header=" + (name.contains("withnames") ? "present" : "absent");
        }
        if (name.startsWith("tabseparated") || name.startsWith("tsv")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        if (name.startsWith("rowbinary") || name.equals("native") || name.equals("parquet")) {
            return "application/octet-stream";
        }
        return name.equals("xml") ? "application/xml; charset=UTF-8" : "text/plain; charset=UTF-8";
    }
}
