/** Asks providers about the content of cases, beside the stream, and gives their verdict as a command. */
@NullMarked
package com.nexusai.moderation.asking;

import org.jspecify.annotations.NullMarked;
