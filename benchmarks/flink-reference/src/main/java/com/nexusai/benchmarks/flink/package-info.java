/** The common metrics as an Apache Flink job. */
@NullMarked
package com.nexusai.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
