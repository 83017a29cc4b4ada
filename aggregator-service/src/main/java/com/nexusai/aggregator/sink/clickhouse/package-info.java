/** The ClickHouse tables: how they are made, and how records become their rows. */
@NullMarked
package com.nexusai.aggregator.sink.clickhouse;

import org.jspecify.annotations.NullMarked;
