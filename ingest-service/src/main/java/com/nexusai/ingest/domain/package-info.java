/** What makes an event acceptable. Pure: no Kafka, no HTTP, no clock. */
@NullMarked
package com.nexusai.ingest.domain;

import org.jspecify.annotations.NullMarked;
