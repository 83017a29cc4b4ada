/** Commands that people and services give by request, written where those from events are. */
@NullMarked
package com.nexusai.moderation.command;

import org.jspecify.annotations.NullMarked;
