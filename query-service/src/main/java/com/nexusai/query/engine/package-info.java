/** Answers generic questions: plans them, asks stores, ClickHouse and peers, and puts the parts together. */
@NullMarked
package com.nexusai.query.engine;

import org.jspecify.annotations.NullMarked;
