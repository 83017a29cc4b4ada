/** Answers dashboards from state stores, Redis and ClickHouse. */
@NullMarked
package com.nexusai.query;

import org.jspecify.annotations.NullMarked;
