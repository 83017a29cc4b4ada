/** How fast events come from Kafka into ClickHouse. */
@NullMarked
package com.nexusai.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
