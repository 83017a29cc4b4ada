/** Names and wiring of the stream from the public door to the validated topic. */
@NullMarked
package com.nexusai.ingest.topology;

import org.jspecify.annotations.NullMarked;
