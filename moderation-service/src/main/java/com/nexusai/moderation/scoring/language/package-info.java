/** Which language a text is in, as far as its small words tell. */
@NullMarked
package com.nexusai.moderation.scoring.language;

import org.jspecify.annotations.NullMarked;
