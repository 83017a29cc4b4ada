/** Bodies as they travel: ClickHouse's compressed blocks and the usual HTTP encodings. */
@NullMarked
package com.nexusai.devstack.clickhouse.wire;

import org.jspecify.annotations.NullMarked;
