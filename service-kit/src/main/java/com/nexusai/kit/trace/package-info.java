/** W3C trace context and correlation ids, between HTTP, logs and Kafka headers. */
@NullMarked
package com.nexusai.kit.trace;

import org.jspecify.annotations.NullMarked;
