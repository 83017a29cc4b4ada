/** Compact binary forms of what the aggregator keeps. */
@NullMarked
package com.nexusai.aggregator.domain.bytes;

import org.jspecify.annotations.NullMarked;
