/** Runs benchmarks by name, each beside its reference run. */
@NullMarked
package com.nexusai.benchmarks;

import org.jspecify.annotations.NullMarked;
