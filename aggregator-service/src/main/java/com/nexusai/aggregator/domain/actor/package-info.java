/** What is known of one actor, and which figures change when another of its events comes. */
@NullMarked
package com.nexusai.aggregator.domain.actor;

import org.jspecify.annotations.NullMarked;
