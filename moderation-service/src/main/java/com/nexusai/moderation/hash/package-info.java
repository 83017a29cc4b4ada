/** Hashes of pictures, sounds and films, by which known ones are recognised. */
@NullMarked
package com.nexusai.moderation.hash;

import org.jspecify.annotations.NullMarked;
