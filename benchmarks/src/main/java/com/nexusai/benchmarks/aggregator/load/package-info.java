/** The events of the race: lifelike, and the same ones for the same seed. */
@NullMarked
package com.nexusai.benchmarks.aggregator.load;

import org.jspecify.annotations.NullMarked;
