/** Looks at content, keeps a case about each piece, and says what it decided and why. */
@NullMarked
package com.nexusai.moderation;

import org.jspecify.annotations.NullMarked;
