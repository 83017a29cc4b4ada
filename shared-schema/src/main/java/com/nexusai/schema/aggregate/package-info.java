/** What the aggregator publishes: windowed cells and user profiles. */
@NullMarked
package com.nexusai.schema.aggregate;

import org.jspecify.annotations.NullMarked;
