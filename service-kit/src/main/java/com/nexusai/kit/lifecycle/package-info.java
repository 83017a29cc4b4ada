/** Ordered start and stop of a process. */
@NullMarked
package com.nexusai.kit.lifecycle;

import org.jspecify.annotations.NullMarked;
