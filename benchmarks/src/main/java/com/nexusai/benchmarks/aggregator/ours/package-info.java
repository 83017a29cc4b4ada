/** The aggregator of this fleet as a contender, without its sinks. */
@NullMarked
package com.nexusai.benchmarks.aggregator.ours;

import org.jspecify.annotations.NullMarked;
