package com.nexusai.systemtests.architecture.bad.query.store;

/** Breaks nothing but null marks. */
public record Cells(long count) {}
