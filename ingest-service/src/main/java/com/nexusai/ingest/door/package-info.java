/** How an event lies at the public door: the bytes of its producer, and headers by which the gate says what it knows. */
@NullMarked
package com.nexusai.ingest.door;

import org.jspecify.annotations.NullMarked;
