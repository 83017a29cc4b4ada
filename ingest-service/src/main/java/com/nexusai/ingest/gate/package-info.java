/** From an HTTP body to records that Kafka has acknowledged. */
@NullMarked
package com.nexusai.ingest.gate;

import org.jspecify.annotations.NullMarked;
