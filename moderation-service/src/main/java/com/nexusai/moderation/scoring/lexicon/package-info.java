/** Versioned lists of phrases, and how they are found in a text and judged by what stands around them. */
@NullMarked
package com.nexusai.moderation.scoring.lexicon;

import org.jspecify.annotations.NullMarked;
