/** Kafka, Redis and ClickHouse for a laptop and for tests, without Docker. */
@NullMarked
package com.nexusai.devstack;

import org.jspecify.annotations.NullMarked;
