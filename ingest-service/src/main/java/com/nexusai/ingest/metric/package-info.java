/** Numeric samples, which become events of type METRIC. */
@NullMarked
package com.nexusai.ingest.metric;

import org.jspecify.annotations.NullMarked;
