/** One way to run a Kafka Streams topology: guarantees, failure policy, recovery, health. */
@NullMarked
package com.nexusai.kit.streams;

import org.jspecify.annotations.NullMarked;
