package com.nexusai.systemtests.architecture.bad.ingest.gate;

import com.nexusai.systemtests.architecture.bad.ingest.http.Door;
import com.nexusai.systemtests.architecture.bad.query.store.Cells;

/** Breaks: no cycles (with Door), services see no other. */
public record Gate(Door door, Cells cells) {}
