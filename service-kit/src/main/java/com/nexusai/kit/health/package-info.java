/** Liveness, readiness, and what they are made of. */
@NullMarked
package com.nexusai.kit.health;

import org.jspecify.annotations.NullMarked;
