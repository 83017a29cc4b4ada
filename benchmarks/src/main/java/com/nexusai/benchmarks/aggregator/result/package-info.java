/** What must come out, what did come out, and whether that is the same. */
@NullMarked
package com.nexusai.benchmarks.aggregator.result;

import org.jspecify.annotations.NullMarked;
