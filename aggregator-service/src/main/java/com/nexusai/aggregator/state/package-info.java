/** State that lives in memory between commits and in stores across them. */
@NullMarked
package com.nexusai.aggregator.state;

import org.jspecify.annotations.NullMarked;
