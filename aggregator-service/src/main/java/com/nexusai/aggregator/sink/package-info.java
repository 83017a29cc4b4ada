/** Batches from a topic into ClickHouse and Redis, again and again until they are there. */
@NullMarked
package com.nexusai.aggregator.sink;

import org.jspecify.annotations.NullMarked;
