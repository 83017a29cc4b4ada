/** One Prometheus registry per process, and what every process reports. */
@NullMarked
package com.nexusai.kit.metrics;

import org.jspecify.annotations.NullMarked;
