package com.nexusai.schema.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventSqlTest {
    @Test
    void shouldBindWhateverSomebodyWrote() {
        var sql = new EventSql();
        var filter = new Filter.And(List.of(
                new Filter.Compare(
                        new FieldPath(FieldPath.Root.PROPERTIES, List.of("a') OR 1=1 --")),
                        Operator.EQUAL,
                        new Literal.Text("'; DROP TABLE events")),
                new Filter.Contains(FieldPath.ACTOR, "{f0:String}")));

        var text =
                sql.condition(filter) + sql.dimensions(List.of(new FieldPath(FieldPath.Root.CONTEXT, List.of("\\'"))));

        assertThat(text).doesNotContain("1=1", "DROP", "\\'");
        assertThat(sql.parameters())
                .containsOnlyKeys("f0", "f1", "f2", "f3")
                .containsValues("a') OR 1=1 --", "'; DROP TABLE events", "{f0:String}", "\\'");
    }

    @Test
    void shouldBindTheSameTextOnce() {
        var sql = new EventSql();

        sql.condition(new Filter.StartsWith(FieldPath.TYPE, "x"));

        assertThat(sql.condition(new Filter.StartsWith(FieldPath.ACTOR, "x")))
                .isEqualTo("(actor != '' AND startsWith(actor, {f0:String}))");
    }
}
