/** Why something was decided, in words for the author and in the form of the EU's transparency database. */
@NullMarked
package com.nexusai.moderation.statement;

import org.jspecify.annotations.NullMarked;
