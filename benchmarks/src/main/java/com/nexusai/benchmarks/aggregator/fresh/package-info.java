/** How long it takes from an event on its topic until the cell that it changed can be read. */
@NullMarked
package com.nexusai.benchmarks.aggregator.fresh;

import org.jspecify.annotations.NullMarked;
