package org.jihe.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.source.file.Limits;
import org.junit.jupiter.api.Test;

/** Tables without rulings, from the places of their texts. */
class UnruledTableTest {

  private static final double SIZE = 10;
  private static final double ROW = 20;
  private static final double LINE = 13;

  /** A page on which texts are put one by one. */
  private static final class Sheet {
    private final List<Glyph> glyphs = new ArrayList<>();
    private int run;

    Sheet put(double left, double top, String text) {
      run++;
      double x = left;
      for (int point : text.codePoints().toArray()) {
        double wide = point < 128 ? SIZE / 2 : SIZE;
        glyphs.add(
            new Glyph(
                Character.toString(point),
                x,
                top,
                x + wide,
                top + SIZE,
                x + wide / 2,
                top + SIZE / 2,
                0,
                run));
        x += wide;
      }
      return this;
    }

    /** Texts of one row at the left sides of columns. */
    Sheet row(double top, Object... leftsAndTexts) {
      for (int i = 0; i < leftsAndTexts.length; i += 2) {
        put(((Number) leftsAndTexts[i]).doubleValue(), top, (String) leftsAndTexts[i + 1]);
      }
      return this;
    }

    PageLayout page(int number) {
      return PageLayout.of(
          number, new PageContent(400, 600, 0, glyphs, List.of(), 0, 0, 0, 0, 0), Limits.STANDARD);
    }
  }

  private static List<String> rows(Grid grid) {
    List<String> rows = new ArrayList<>();
    for (List<Cell> row : grid.rows()) {
      rows.add(
          String.join(
              "|", row.stream().map(cell -> cell.position().column() + cell.text()).toList()));
    }
    return rows;
  }

  private static List<Grid> grids(Sheet... sheets) {
    List<PageLayout> pages = new ArrayList<>();
    for (Sheet sheet : sheets) {
      pages.add(sheet.page(pages.size() + 1));
    }
    return UnruledTable.grids("a.pdf", pages);
  }

  private static Sheet table() {
    return new Sheet()
        .row(0, 0, "产出", 50, "指标", 150, "目标", 250, "分值")
        .row(ROW, 50, "应急响应服务完成率", 150, "及时", 250, "10")
        .row(ROW + LINE, 50, "和有效性")
        .row(2 * ROW + LINE, 0, "效益", 50, "长效", 150, "健全", 250, "20");
  }

  @Test
  void linesOfACellAreCloserThanRows() {
    Grid grid = grids(table()).get(0);
    assertThat(grid.columns()).isEqualTo(Grid.Columns.INFERRED);
    assertThat(rows(grid))
        .containsExactly("1产出|2指标|3目标|4分值", "2应急响应服务完成率和有效性|3及时|410", "1效益|2长效|3健全|420");
  }

  @Test
  void aCellHasTheBoxOfItsText() {
    Cell name = grids(table()).get(0).rows().get(1).get(0);
    assertThat(name.position().box()).hasToString("50.0 20.0 140.0 43.0");
  }

  @Test
  void aLabelBesideSeveralRowsIsOfTheFirst() {
    Sheet sheet =
        table()
            .row(3 * ROW + LINE, 0, "满意度服", 50, "群众", 150, "满意", 250, "5")
            .row(3 * ROW + 2 * LINE, 0, "务对象满")
            .row(3 * ROW + 3 * LINE, 0, "意度")
            .row(4 * ROW + LINE, 50, "企业", 150, "满意", 250, "5");
    assertThat(rows(grids(sheet).get(0))).contains("1满意度服务对象满意度|2群众|3满意|45", "2企业|3满意|45");
  }

  @Test
  void theColumnsAreThoseOfAllPages() {
    Sheet rest = new Sheet().row(0, 150, "稳定运行", 250, "5").row(ROW, 0, "总分", 250, "100");
    List<Grid> grids = grids(table(), rest);
    assertThat(rows(grids.get(1))).containsExactly("3稳定运行|45", "1总分|4100");
    assertThat(grids.get(1).columns()).isEqualTo(Grid.Columns.INFERRED);
    assertThat(grids.get(1).rows().get(0).get(0).position().page()).isEqualTo(2);
  }

  @Test
  void centredTextsAreOfOneColumn() {
    Sheet sheet = new Sheet();
    String[] names = {"指标", "应急响应", "合格率", "满意度调查", "数量", "完成率"};
    for (int i = 0; i < names.length; i++) {
      double left = 100 - names[i].length() * SIZE / 2;
      sheet.row(i * ROW, 0, "行", left, names[i], 200, "10", 300, "无");
    }
    assertThat(rows(grids(sheet).get(0)))
        .startsWith("1行|2指标|310|4无", "1行|2应急响应|310|4无", "1行|2合格率|310|4无");
  }

  @Test
  void textThatIsNoTableIsNone() {
    Sheet sheet = new Sheet().put(0, 0, "第一部分").put(0, ROW, "本部门的绩效情况如下");
    assertThat(grids(sheet).get(0).columns()).isEqualTo(Grid.Columns.LOOSE);
  }

  /**
   * Columns that are out of step, in which cells stand beside one another like the steps of stairs.
   */
  @Test
  void noTextIsLostHoweverItStands() {
    String full = "数量质量时效成本效";
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Sheet sheet = table();
      for (int left : List.of(0, 50, 150, 250)) {
        double top = 4 * ROW + random.nextInt(50);
        for (int i = 0; i < 24; i++) {
          sheet.put(left, top, full.substring(0, left == 0 ? 4 : full.length()));
          top += i % 3 < 2 ? LINE : ROW;
        }
      }
      Grid grid = grids(sheet).get(0);
      assertThat(grid.columns()).isEqualTo(Grid.Columns.INFERRED);
      String read = String.join("", rows(grid));
      assertThat(sorted(read)).as("seed %d", seed).isEqualTo(sorted(printed(sheet)));
    }
  }

  private static String printed(Sheet sheet) {
    return String.join("", sheet.glyphs.stream().map(Glyph::text).toList());
  }

  /** The Chinese characters of a text in their order of code points. */
  private static String sorted(String text) {
    return text.chars()
        .filter(Character::isIdeographic)
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
