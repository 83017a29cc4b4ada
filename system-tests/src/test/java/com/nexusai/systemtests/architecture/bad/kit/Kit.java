package com.nexusai.systemtests.architecture.bad.kit;

import com.nexusai.systemtests.architecture.bad.ingest.gate.Gate;

/** Breaks: the kit sees no service. */
public record Kit(Gate gate) {}
