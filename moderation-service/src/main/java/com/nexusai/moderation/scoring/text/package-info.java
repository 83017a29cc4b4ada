/** A text as a reader sees it: tricks of writing undone, and the place in the original never lost. */
@NullMarked
package com.nexusai.moderation.scoring.text;

import org.jspecify.annotations.NullMarked;
