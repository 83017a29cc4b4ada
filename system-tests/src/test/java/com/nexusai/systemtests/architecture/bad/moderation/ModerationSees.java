package com.nexusai.systemtests.architecture.bad.moderation;

import com.nexusai.systemtests.architecture.bad.ingest.gate.Gate;

/** Breaks: services see no other. */
public record ModerationSees(Gate gate) {}
