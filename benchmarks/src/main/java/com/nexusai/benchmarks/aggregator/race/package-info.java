/** Runs contenders in turn over the same events, and says how they did. */
@NullMarked
package com.nexusai.benchmarks.aggregator.race;

import org.jspecify.annotations.NullMarked;
