/** Every figure that the fleet publishes, compared with SQL over the raw rows. */
@NullMarked
package com.nexusai.systemtests.metrics;

import org.jspecify.annotations.NullMarked;
