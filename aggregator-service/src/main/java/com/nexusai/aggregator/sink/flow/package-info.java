/** How a topic flows into a target, whatever the target is. */
@NullMarked
package com.nexusai.aggregator.sink.flow;

import org.jspecify.annotations.NullMarked;
