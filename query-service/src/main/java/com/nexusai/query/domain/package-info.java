/** Ranges, points and breakdowns: what an answer is made of, with no notion of where it came from. */
@NullMarked
package com.nexusai.query.domain;

import org.jspecify.annotations.NullMarked;
