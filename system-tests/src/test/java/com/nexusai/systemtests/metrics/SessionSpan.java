package com.nexusai.systemtests.metrics;

/** What SQL knows of one session; times are epoch milliseconds. */
record SessionSpan(String tenant, String actor, String session, long start, long end, long events) {
    String key() {
        return tenant + "/" + actor + " session " + session;
    }
}
