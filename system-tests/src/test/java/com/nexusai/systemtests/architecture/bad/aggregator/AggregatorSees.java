package com.nexusai.systemtests.architecture.bad.aggregator;

import com.nexusai.systemtests.architecture.bad.ingest.gate.Gate;

/** Breaks: services see no other. */
public record AggregatorSees(Gate gate) {}
