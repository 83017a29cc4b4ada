/** What all instances of the door share in Redis. */
@NullMarked
package com.nexusai.ingest.store;

import org.jspecify.annotations.NullMarked;
