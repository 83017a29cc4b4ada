/** How advertisers write, whatever they say. */
@NullMarked
package com.nexusai.moderation.scoring.spam;

import org.jspecify.annotations.NullMarked;
