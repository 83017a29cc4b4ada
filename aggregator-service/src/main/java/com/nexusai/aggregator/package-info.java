/** Windowed metrics from validated events, and their sinks. */
@NullMarked
package com.nexusai.aggregator;

import org.jspecify.annotations.NullMarked;
