/** What the door and the stream behind it take, against the least that could be done with the same events. */
@NullMarked
package com.nexusai.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
