/** How fast, how fresh and how even the aggregator is, beside Kafka Streams DSL and Flink. */
@NullMarked
package com.nexusai.benchmarks.aggregator;

import org.jspecify.annotations.NullMarked;
