/** The topology: two compacted topics as read-only stores. Names and wiring, no logic. */
@NullMarked
package com.nexusai.query.topology;

import org.jspecify.annotations.NullMarked;
