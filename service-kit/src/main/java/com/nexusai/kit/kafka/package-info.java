/** Kafka clients with settings that keep promises, topics that exist, and views of compacted topics. */
@NullMarked
package com.nexusai.kit.kafka;

import org.jspecify.annotations.NullMarked;
