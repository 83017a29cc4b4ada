/** The local scorer: what a text says, without asking anybody. */
@NullMarked
package com.nexusai.moderation.scoring;

import org.jspecify.annotations.NullMarked;
