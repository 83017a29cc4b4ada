/** What is counted, and for how long a cell lives. Pure: no Kafka, no HTTP, no clock. */
@NullMarked
package com.nexusai.aggregator.domain;

import org.jspecify.annotations.NullMarked;
