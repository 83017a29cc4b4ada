/** Names and wiring of the two phases: fold where the actor lives, merge where the metric lives. */
@NullMarked
package com.nexusai.aggregator.topology;

import org.jspecify.annotations.NullMarked;
