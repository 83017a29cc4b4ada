/** The routes: what, how, and what goes out. */
@NullMarked
package com.nexusai.moderation.http;

import org.jspecify.annotations.NullMarked;
