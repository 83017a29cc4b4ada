/** Failures that a caller may read: RFC 9457 problem details. */
@NullMarked
package com.nexusai.kit.problem;

import org.jspecify.annotations.NullMarked;
