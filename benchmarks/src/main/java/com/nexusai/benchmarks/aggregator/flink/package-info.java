/** The second reference, an Apache Flink job; its own code is in benchmarks/flink-reference, with its own libraries. */
@NullMarked
package com.nexusai.benchmarks.aggregator.flink;

import org.jspecify.annotations.NullMarked;
