/** The counters in Redis. */
@NullMarked
package com.nexusai.aggregator.sink.redis;

import org.jspecify.annotations.NullMarked;
