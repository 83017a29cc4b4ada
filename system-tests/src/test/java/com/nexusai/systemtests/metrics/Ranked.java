package com.nexusai.systemtests.metrics;

/** One place of a ranking. */
record Ranked(String name, long count) {
    @Override
    public String toString() {
        return name + " " + count;
    }
}
