/** How commands flow to cases and decisions: names and wiring, no logic. */
@NullMarked
package com.nexusai.moderation.topology;

import org.jspecify.annotations.NullMarked;
