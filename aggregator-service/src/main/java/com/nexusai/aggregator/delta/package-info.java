/** Differences on their way from the fold to the merge. */
@NullMarked
package com.nexusai.aggregator.delta;

import org.jspecify.annotations.NullMarked;
