package org.jihe.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.junit.jupiter.api.Test;

class NotebookRunTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static Notebook of(String... cells) {
    List<Cell> all = new ArrayList<>();
    for (String cell : cells) {
      boolean prose = cell.startsWith("#");
      all.add(
          new Cell(prose ? Cell.Kind.MARKDOWN : Cell.Kind.CODE, "cell-" + (all.size() + 1), cell));
    }
    return new Notebook(all);
  }

  private static NotebookRun run(String... cells) {
    return run(LIMIT, cells);
  }

  private static NotebookRun run(Duration limit, String... cells) {
    return NotebookRun.of(of(cells), Path.of("n.ipynb"), limit, cell -> {});
  }

  @Test
  void whatOneCellDeclaresTheNextOnesKnow() {
    NotebookRun run =
        run(
            "record Amount(String name, int yuan) {}\nint twice(int n) { return 2 * n; }",
            """
            var all = List.of(new Amount("甲", 3), new Amount("乙", 4));
            System.out.println("共 " + all.size());
            all.stream().mapToInt(Amount::yuan).map(n -> twice(n)).sum()""");
    assertThat(run.failure()).isNull();
    assertThat(run.notebook().cells().get(0).outputs()).isEmpty();
    assertThat(run.notebook().cells().get(1).outputs())
        .containsExactly(new Output.Printed("共 2\n"), new Output.Shown("14", ""));
  }

  @Test
  void whatIsShownStandsInItsPlace() {
    NotebookRun run =
        run(
            """
            import static org.jihe.notebook.Display.*;
            System.out.println("before");
            table(List.of("名", "数"), List.of(List.of("<b>", 3)));
            System.out.println("after");""");
    assertThat(run.failure()).isNull();
    assertThat(run.notebook().cells().get(0).outputs())
        .containsExactly(
            new Output.Printed("before\n"),
            new Output.Shown(
                "名\t数\n<b>\t3\n",
                """
                <table>
                <thead><tr><th>名</th><th>数</th></tr></thead>
                <tbody>
                <tr><td>&lt;b&gt;</td><td style="text-align:right">3</td></tr>
                </tbody></table>
                """),
            new Output.Printed("after\n"));
  }

  @Test
  void aCellThatFailsStopsTheRunAndSaysWhere() {
    NotebookRun thrown =
        run("int a = 1;", "// first\nint b = 0;\n\nint c = a / b;\nint d = 1;", "int never = 1;");
    assertThat(thrown.failure()).isNotNull();
    assertThat(thrown.failure().cell()).isEqualTo(2);
    assertThat(thrown.failure().why())
        .isEqualTo(new Output.Failed("java.lang.ArithmeticException", "/ by zero", 4));

    NotebookRun mistyped = run("int a = 1;\nint b =\n    nothing;");
    assertThat(mistyped.failure().why().name()).isEqualTo("Compilation");
    assertThat(mistyped.failure().why().line()).isEqualTo(3);
    assertThat(mistyped.failure().why().text()).contains("nothing");

    NotebookRun unfinished = run("int f() {\n  return 1;");
    assertThat(unfinished.failure().why().name()).isEqualTo("Compilation");

    NotebookRun undeclared = run("int g() { return missing(); }\ng()");
    assertThat(undeclared.failure().why().line()).isEqualTo(2);
    assertThat(undeclared.failure().why().text()).contains("missing");
  }

  @Test
  void aCellThatTakesTooLongIsGivenUp() {
    NotebookRun run = run(Duration.ofMillis(1500), "int a = 1;", "Thread.sleep(60_000);");
    assertThat(run.failure()).isNotNull();
    assertThat(run.failure().cell()).isEqualTo(2);
    assertThat(run.failure().why().name()).isEqualTo("TimeLimit");
  }

  @Test
  void proseThatMentionsAResultCannotDrift() {
    Notebook stored =
        of(
            "# 共 **31**<!--=forms--> 份表，得分 98.5<!--=score-->。",
            "org.jihe.notebook.Display.result(\"forms\", 30);\n"
                + "org.jihe.notebook.Display.result(\"score\", new BigDecimal(\"98.5\"));");
    NotebookRun run = NotebookRun.of(stored, Path.of("n.ipynb"), LIMIT, cell -> {});
    assertThat(run.notebook().cells().get(0).source())
        .isEqualTo("# 共 **30**<!--=forms--> 份表，得分 98.5<!--=score-->。");
    assertThat(run.differences(stored))
        .singleElement()
        .satisfies(difference -> assertThat(difference.cell()).isEqualTo(1));
    assertThat(run.differences(run.notebook())).isEmpty();

    NotebookRun unstated = run("# 共 5<!--=unknown--> 份", "int a = 1;");
    assertThat(unstated.notebook().cells().get(0).source()).contains("?<!--=unknown-->");
  }

  @Test
  void aResultThatCannotBeToldFromProseIsRefused() {
    assertThat(
            run("org.jihe.notebook.Display.result(\"project\", \"网页（二期）\");")
                .failure()
                .why()
                .text())
        .contains("a number or a word");
  }

  @Test
  void outputsThatDifferAreFound() {
    NotebookRun first = run("System.out.println(1);");
    assertThat(first.differences(of("System.out.println(1);"))).hasSize(1);
    assertThat(first.differences(first.notebook())).isEmpty();
  }

  @Test
  void aPageNeedsNothingBesideItAndShowsTextsAsTexts() {
    NotebookRun run =
        run(
            "# 年度审核\n\n<script>alert(1)</script> 共 3<!--=n--> 份\n\n## 甲",
            "System.out.println(\"<i>\");");
    String page = NotebookPage.of(run.notebook(), "n", Messages.of(Language.ZH, "cli"));
    assertThat(page)
        .contains("<title>年度审核</title>")
        .contains("<li class=\"level2\"><a href=\"#h2\">甲</a></li>")
        .contains("&lt;i&gt;")
        .doesNotContain("<script>")
        .doesNotContain("<!--=")
        .doesNotContain("http");
  }
}
