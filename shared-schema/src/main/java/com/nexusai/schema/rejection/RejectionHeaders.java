package com.nexusai.schema.rejection;

/** Headers on {@code analytics-events-rejected}; the value is the bytes as they came. */
public final class RejectionHeaders {
    public static final String CODE = "rejection-code";
    public static final String FIELD = "rejection-field";
    public static final String DETAIL = "rejection-detail";
    /** How many bytes the value had, where it was too large to be kept whole; the first 1 MiB is. */
    public static final String CUT_FROM = "rejection-cut-from";

    public static final String ORIGIN_TOPIC = "origin-topic";
    public static final String ORIGIN_PARTITION = "origin-partition";
    public static final String ORIGIN_OFFSET = "origin-offset";

    private RejectionHeaders() {}
}
