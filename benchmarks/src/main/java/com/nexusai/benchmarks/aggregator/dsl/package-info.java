/** The first reference: the same metrics as a Kafka Streams DSL program. */
@NullMarked
package com.nexusai.benchmarks.aggregator.dsl;

import org.jspecify.annotations.NullMarked;
