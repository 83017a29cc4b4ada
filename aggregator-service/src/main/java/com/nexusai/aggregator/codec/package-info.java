/** Reads from the bytes of an event what the fold wants to know of it. */
@NullMarked
package com.nexusai.aggregator.codec;

import org.jspecify.annotations.NullMarked;
