/** ClickHouse's HTTP protocol in front of the engine. */
@NullMarked
package com.nexusai.devstack.clickhouse.http;

import org.jspecify.annotations.NullMarked;
