/** The ClickHouse part: the engine in a child process behind its HTTP protocol, in a container, or somebody else's. */
@NullMarked
package com.nexusai.devstack.clickhouse;

import org.jspecify.annotations.NullMarked;
