/** The processes that are measured, and what is seen of them from outside. */
@NullMarked
package com.nexusai.benchmarks.aggregator.child;

import org.jspecify.annotations.NullMarked;
