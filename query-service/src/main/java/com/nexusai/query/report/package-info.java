/** Answers as files: tables, and how they are written. */
@NullMarked
package com.nexusai.query.report;

import org.jspecify.annotations.NullMarked;
