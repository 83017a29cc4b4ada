package com.nexusai.systemtests.architecture.bad.ingest.http;

import com.nexusai.systemtests.architecture.bad.ingest.gate.Gate;
import org.jspecify.annotations.Nullable;

/** Breaks: no cycles (with Gate). */
public record Door(@Nullable Gate gate) {}
