/** What the context of an event gives away, said outright: device, campaign, referrer, place. */
@NullMarked
package com.nexusai.ingest.enrich;

import org.jspecify.annotations.NullMarked;
