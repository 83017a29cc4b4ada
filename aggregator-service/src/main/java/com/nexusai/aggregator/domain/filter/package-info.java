/** Compiled filters, and the fields of an event that they look at, read in one pass over its bytes and only if asked for. */
@NullMarked
package com.nexusai.aggregator.domain.filter;

import org.jspecify.annotations.NullMarked;
