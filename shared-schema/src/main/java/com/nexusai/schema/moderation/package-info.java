/** What moderation publishes and is told: commands, cases, decisions. */
@NullMarked
package com.nexusai.schema.moderation;

import org.jspecify.annotations.NullMarked;
