/** What it costs to take an event from bytes to bytes. */
@NullMarked
package com.nexusai.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
