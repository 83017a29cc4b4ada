/** libchdb, the ClickHouse engine as a library, through java.lang.foreign. */
@NullMarked
package com.nexusai.devstack.clickhouse.engine;

import org.jspecify.annotations.NullMarked;
