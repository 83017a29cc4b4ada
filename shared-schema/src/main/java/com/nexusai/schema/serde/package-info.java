/** Kafka serdes of the contract, on Jackson 3. */
@NullMarked
package com.nexusai.schema.serde;

import org.jspecify.annotations.NullMarked;
