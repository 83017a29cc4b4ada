/** The product event, from a producer's JSON to the normalised form on the validated topic. */
@NullMarked
package com.nexusai.schema.event;

import org.jspecify.annotations.NullMarked;
