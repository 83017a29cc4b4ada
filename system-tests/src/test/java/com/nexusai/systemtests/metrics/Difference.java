package com.nexusai.systemtests.metrics;

/** Something that two sources do not agree on, in words, for the person who reads it. */
record Difference(String subject, String published, String bySql) {
    static final String NOTHING = "nothing";

    @Override
    public String toString() {
        return "  " + subject + "\n    published " + published + "\n    by SQL    " + bySql + "\n";
    }
}
