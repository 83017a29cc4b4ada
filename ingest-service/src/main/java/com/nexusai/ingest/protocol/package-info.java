/** One class for each protocol that somebody else's SDK speaks: from its wire form to events in our own JSON. */
@NullMarked
package com.nexusai.ingest.protocol;

import org.jspecify.annotations.NullMarked;
