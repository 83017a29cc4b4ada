/** One step of the topology each. */
@NullMarked
package com.nexusai.aggregator.processor;

import org.jspecify.annotations.NullMarked;
