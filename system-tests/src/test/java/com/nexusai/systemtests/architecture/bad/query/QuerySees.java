package com.nexusai.systemtests.architecture.bad.query;

import com.nexusai.systemtests.architecture.bad.ingest.gate.Gate;

/** Breaks: services see no other. */
public record QuerySees(Gate gate) {}
