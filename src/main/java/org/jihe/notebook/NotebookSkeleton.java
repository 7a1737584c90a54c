package org.jihe.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.message.Messages;

/** A notebook to go on with: it reads what a review has published. */
public final class NotebookSkeleton {

  private NotebookSkeleton() {}

  /**
   * The notebook.
   *
   * @param workspace the workspace whose publication it reads
   * @param messages with the bundle {@code notebook}
   */
  public static Notebook of(String title, Path workspace, Messages messages) {
    String published = workspace.resolve("published").toString().replace('\\', '/');
    List<Cell> cells = new ArrayList<>();
    cells.add(markdown(cells, "# " + title.strip() + "\n\n" + messages.text("notebook.new.intro")));
    cells.add(
        code(
            cells,
            """
            import org.apache.spark.sql.*;
            import static org.apache.spark.sql.functions.*;
            import static org.jihe.notebook.Display.*;

            var spark = org.jihe.api.LocalSession.open();
            var published = %s;
            var forms = spark.read().parquet(published + "/forms.parquet");
            var findings = spark.read().parquet(published + "/findings.parquet");
            result("forms", forms.count());
            """
                .formatted(literal(published))));
    cells.add(
        markdown(cells, messages.text("notebook.new.result", Map.of("result", "?<!--=forms-->"))));
    cells.add(
        code(
            cells,
            """
            var byRule = findings.groupBy("ruleId").count().orderBy(desc("count"), col("ruleId"));
            table(byRule);
            """));
    return new Notebook(cells);
  }

  private static Cell markdown(List<Cell> before, String source) {
    return new Cell(Cell.Kind.MARKDOWN, id(before), source.stripTrailing());
  }

  private static Cell code(List<Cell> before, String source) {
    return new Cell(Cell.Kind.CODE, id(before), source.stripTrailing());
  }

  private static String id(List<Cell> before) {
    return "cell-" + (before.size() + 1);
  }

  /** A text as Java writes it. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                literal.append('\\').append((char) c);
              } else if (c < ' ') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                literal.append((char) c);
              }
            });
    return literal.append('"').toString();
  }
}
