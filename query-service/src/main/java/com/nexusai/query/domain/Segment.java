package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;

/** Neighbouring cells of one granularity. */
public record Segment(Granularity granularity, TimeRange range) {}
