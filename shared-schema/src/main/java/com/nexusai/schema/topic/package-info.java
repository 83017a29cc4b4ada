/** The topic catalogue: every topic of the fleet, once. */
@NullMarked
package com.nexusai.schema.topic;

import org.jspecify.annotations.NullMarked;
