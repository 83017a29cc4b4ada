/** Follows the metrics that tenants define, and keeps what is counted true to them. */
@NullMarked
package com.nexusai.aggregator.definition;

import org.jspecify.annotations.NullMarked;
