package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.devstack.clickhouse.engine.EngineException;
import com.nexusai.devstack.clickhouse.http.Statement.InsertRows;
import com.nexusai.devstack.clickhouse.http.Statement.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    private static Statement parse(String sql) {
        return Statement.parse(sql.getBytes(UTF_8), "TabSeparated");
    }

    @Test
    void shouldSplitRowsFromInsertWhenFormatIsGiven() {
        String sql = "INSERT INTO t (a, `format`) FORMAT JSONEachRow\n{\"a\":1}";

        InsertRows insert = (InsertRows) parse(sql);

        assertThat(insert.sql()).isEqualTo("INSERT INTO t (a, `format`) ");
        assertThat(insert.format()).isEqualTo("JSONEachRow");
        assertThat(sql.substring(insert.rowsStart())).isEqualTo("{\"a\":1}");
    }

    @Test
    void shouldLeaveBytesAfterOneLineEndUntouchedWhenRowsAreBinary() {
        InsertRows insert = (InsertRows) parse("insert into t format RowBinary\n\n  ;'");

        assertThat(insert.rowsStart()).isEqualTo("insert into t format RowBinary\n".length());
    }

    @Test
    void shouldTakeWhatFollowsValuesAsRows() {
        InsertRows insert = (InsertRows) parse("INSERT INTO t VALUES (1, 'a;b'), (2, 'c')");

        assertThat(insert.format()).isEqualTo("Values");
        assertThat(insert.sql()).isEqualTo("INSERT INTO t ");
    }

    @Test
    void shouldKeepTextOutsideAsciiWhenInsertIsCut() {
        InsertRows insert = (InsertRows) parse("INSERT INTO `töpfe` FORMAT CSV\n1");

        assertThat(insert.sql()).isEqualTo("INSERT INTO `töpfe` ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT * FROM u",
                "INSERT INTO t WITH 1 AS x SELECT x",
                "insert into t from infile 'a.csv' format CSV",
                "-- INSERT INTO t FORMAT CSV\nSELECT 1"
            })
    void shouldBeAQueryWhenNoRowsFollow(String sql) {
        assertThat(parse(sql)).isInstanceOf(Query.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 | TabSeparated",
                "SELECT 1 FORMAT JSON | JSON",
                "select 1 format RowBinary settings max_threads = 1 | RowBinary",
                "select 'x FORMAT CSV' | TabSeparated",
                "select 1 /* FORMAT CSV */ | TabSeparated",
                "select * from (select 1 format Null) | TabSeparated",
                "SELECT 1 FORMAT TSV; | TSV"
            })
    void shouldFindTheFormatClauseOutsideQuotesCommentsAndBrackets(String sql, String format) {
        assertThat(((Query) parse(sql)).format()).isEqualTo(format);
    }

    @Test
    void shouldComeInOnePieceWhenTotalsAreAskedFor() {
        assertThat(((Query) parse("select a, count() from t group by a with totals")).oneDocument())
                .isTrue();
    }

    @Test
    void shouldRefuseWhenThereAreSeveralStatements() {
        assertThatThrownBy(() -> parse("select 1; select 2"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Multi-statements are not allowed");
    }
}
