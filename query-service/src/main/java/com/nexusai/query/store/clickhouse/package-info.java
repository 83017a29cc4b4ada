/** History: single events and exact counts, asked of ClickHouse. */
@NullMarked
package com.nexusai.query.store.clickhouse;

import org.jspecify.annotations.NullMarked;
