package org.jihe.publish.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Whatever a text holds comes out of the database as it went in. */
class CopyTextTest {

  private static final StarTable<Object> TABLE =
      new StarTable<>("x", "试验", "forms")
          .saying(
              "value", ColumnType.TEXT, "值", value -> value == CopyTextTest.class ? null : value);

  private static String copied(Object value) {
    CopyText<Object> text = new CopyText<>(7, TABLE);
    text.add(value);
    return new String(text.take(), StandardCharsets.UTF_8);
  }

  @Test
  void valuesAreWrittenAsTheDatabaseReadsThem() {
    assertThat(copied(CopyTextTest.class)).isEqualTo("7\t\\N\n");
    assertThat(copied(new BigDecimal("1200000.5000000000"))).isEqualTo("7\t1200000.5\n");
    assertThat(copied(new BigDecimal("1E+7"))).isEqualTo("7\t10000000\n");
    assertThat(copied(true)).isEqualTo("7\tt\n");
    assertThat(copied(Double.NaN)).isEqualTo("7\tNaN\n");
    assertThat(copied("a\u0000b\ud800c\udc00🚗")).isEqualTo("7\ta\ufffdb\ufffdc\ufffd🚗\n");
  }

  @Test
  void textsComeBack(@TempDir Path folder) throws IOException, SQLException {
    try (FeedServer server = FeedServer.start(folder);
        Connection connection = server.connect("postgres")) {
      server.run("CREATE SCHEMA jihe; CREATE TABLE jihe.stored_x (load_no bigint, value text)");
      for (String text :
          List.of(
              "", "\\N", "\\.", "a\tb\nc\rd\\", "'; DROP TABLE x; --", "\"${x}{y}", "绩效🚗\u2028")) {
        CopyText<Object> rows = new CopyText<>(1, TABLE);
        rows.add(text);
        var in =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(TABLE.copy(new FeedAddress(server.url(), "jihe")));
        byte[] bytes = rows.take();
        in.writeToCopy(bytes, 0, bytes.length);
        in.endCopy();
        assertThat(server.rows("DELETE FROM jihe.stored_x RETURNING value")).containsExactly(text);
      }
    }
  }
}
