package com.nexusai.schema.aggregate;

/** A place in a ranking. */
public record Ranked(String name, long count) {}
