package com.nexusai.systemtests.metrics.traffic;

/** What somebody did: an event's type, and its properties as JSON. */
record Deed(String type, String properties) {}
