/** What moderators are promised, tried on the service as it is deployed. */
@NullMarked
package com.nexusai.systemtests.moderation;

import org.jspecify.annotations.NullMarked;
