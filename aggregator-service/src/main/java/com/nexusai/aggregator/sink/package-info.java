/** Batches from topics into ClickHouse and Redis, again and again until they are there: which topic goes where. */
@NullMarked
package com.nexusai.aggregator.sink;

import org.jspecify.annotations.NullMarked;
