/** Today's counters as the aggregator keeps them in Redis. */
@NullMarked
package com.nexusai.query.store.redis;

import org.jspecify.annotations.NullMarked;
