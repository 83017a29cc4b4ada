/** What tenants define by name (banks, lexicons, webhooks): on compacted topics, followed live, changed by request. */
@NullMarked
package com.nexusai.moderation.book;

import org.jspecify.annotations.NullMarked;
