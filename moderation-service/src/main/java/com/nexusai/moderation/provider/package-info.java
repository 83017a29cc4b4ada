/** Asking others what they think of content: their wire formats, and what happens when they are slow, busy or wrong. */
@NullMarked
package com.nexusai.moderation.provider;

import org.jspecify.annotations.NullMarked;
