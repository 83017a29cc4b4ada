/** What a case is and how it changes: pure, knows nothing of Kafka, HTTP or JSON. */
@NullMarked
package com.nexusai.moderation.domain;

import org.jspecify.annotations.NullMarked;
