/** One step of the topology each. */
@NullMarked
package com.nexusai.ingest.processor;

import org.jspecify.annotations.NullMarked;
