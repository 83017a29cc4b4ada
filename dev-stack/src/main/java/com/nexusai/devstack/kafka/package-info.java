/** The Kafka part: embedded in this JVM, in a container, or somebody else's. */
@NullMarked
package com.nexusai.devstack.kafka;

import org.jspecify.annotations.NullMarked;
