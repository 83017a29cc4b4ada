/** Addresses, numbers and accounts by which a person can be reached or robbed. */
@NullMarked
package com.nexusai.moderation.scoring.personal;

import org.jspecify.annotations.NullMarked;
