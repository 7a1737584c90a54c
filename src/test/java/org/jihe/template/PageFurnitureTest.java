package org.jihe.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.layout.Cell;
import org.jihe.layout.Position;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.junit.jupiter.api.Test;

/** Lines that the margins of pages repeat. */
class PageFurnitureTest {

  private static final String HEAD = "附件2：绩效自评结果公开";

  /** Pages of rows, whose cells are separated by bars. */
  private static List<PrintedRow> pages(List<List<String>> pages) {
    List<PrintedRow> rows = new ArrayList<>();
    for (int page = 1; page <= pages.size(); page++) {
      List<String> lines = pages.get(page - 1);
      for (int line = 1; line <= lines.size(); line++) {
        List<Token> tokens = new ArrayList<>();
        for (String text : lines.get(line - 1).split("\\|", -1)) {
          Position place = new Position("a.pdf", page, null, line, tokens.size() + 1);
          tokens.add(Token.of(text, Cell.of(text, place)));
        }
        rows.add(new PrintedRow(line, line == 1, tokens, page, true, List.of(), Map.of(), false));
      }
    }
    return rows;
  }

  private static List<String> left(List<String> firstPage, List<String> secondPage) {
    return PageFurniture.takenOut(
            pages(List.of(firstPage, secondPage)),
            row -> row.tokens().get(0).text().equals("自评表"),
            row -> row.tokens().get(0).text().startsWith("部门"))
        .stream()
        .map(row -> String.join("|", row.tokens().stream().map(Token::text).toList()))
        .toList();
  }

  @Test
  void aHeadThatPartsAFormIsTakenOut() {
    assertThat(left(List.of(HEAD, "自评表", "项目名称|甲"), List.of(HEAD, "总分|100")))
        .containsExactly(HEAD, "自评表", "项目名称|甲", "总分|100");
  }

  @Test
  void numbersAsideTheFeetOfPagesAreAlike() {
    assertThat(left(List.of("自评表", "项目名称|甲", "共2页之1"), List.of("产出指标|及时", "总分|100", "共2页之2")))
        .containsExactly("自评表", "项目名称|甲", "产出指标|及时", "总分|100", "共2页之2");
  }

  @Test
  void whatStandsAboveAFormStays() {
    assertThat(left(List.of(HEAD, "自评表", "总分|100"), List.of(HEAD, "部门：甲|2022年度", "自评表", "总分|90")))
        .containsExactly(HEAD, "自评表", "总分|100", HEAD, "部门：甲|2022年度", "自评表", "总分|90");
  }

  @Test
  void theEndOfAFormAboveTheNextOneMakesAHeadOneThatPartsIt() {
    assertThat(left(List.of(HEAD, "自评表", "甲|1"), List.of(HEAD, "总分|100", "自评表", "乙|2")))
        .containsExactly(HEAD, "自评表", "甲|1", "总分|100", "自评表", "乙|2");
  }

  @Test
  void aLineOfOnePageStays() {
    assertThat(left(List.of("自评表", "甲|1"), List.of("可持续", "总分|100")))
        .containsExactly("自评表", "甲|1", "可持续", "总分|100");
  }

  @Test
  void theRowBehindOneThatWasTakenOutStandsBehindABreak() {
    List<PrintedRow> rows =
        PageFurniture.takenOut(
            pages(List.of(List.of(HEAD, "甲|1"), List.of(HEAD, "乙|2"))), row -> false, row -> false);
    assertThat(rows.get(rows.size() - 1).afterBreak()).isTrue();
  }
}
