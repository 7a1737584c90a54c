package org.jihe.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.source.PrintedForms.Form;
import org.jihe.source.PrintedForms.Printed;
import org.jihe.source.file.FormatReader;
import org.jihe.source.word.DocReader;
import org.jihe.source.word.DocxReader;
import org.jihe.source.workbook.XlsReader;
import org.jihe.source.workbook.XlsxReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole sample through every format: each cell with its text, its place and its extent. */
class PrintedFormsTest {

  static Stream<Arguments> formats() {
    List<Form> forms = PrintedForms.sample();
    return Stream.of(
        Arguments.of("xlsx", new XlsxReader(), PrintedForms.xlsx(forms), true),
        Arguments.of("xls", new XlsReader(), PrintedForms.xls(forms), true),
        Arguments.of("docx", new DocxReader(), PrintedForms.docx(forms), false),
        Arguments.of("doc", new DocReader(), PrintedForms.doc(forms), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void everyCellComesBack(String format, FormatReader reader, byte[] content, boolean sheets)
      throws Exception {
    List<Form> forms = PrintedForms.sample();
    Document document = Seen.document(reader, content);
    assertThat(document.format()).isEqualTo(format);
    assertThat(document.grids()).hasSize(forms.size());
    int before = 0;
    for (int i = 0; i < forms.size(); i++) {
      List<String> expected = new ArrayList<>();
      expected.add((before + 1) + ":1+1x8 " + forms.get(i).title());
      for (Printed cell : forms.get(i).cells()) {
        expected.add(
            line(
                before + cell.row() + 2,
                cell.column() + 1,
                cell.height(),
                cell.width(),
                cell.text()));
      }
      List<String> seen = new ArrayList<>();
      for (List<Cell> row : document.grids().get(i).rows()) {
        for (Cell cell : row) {
          seen.add(
              line(
                  cell.position().row(),
                  cell.position().column(),
                  cell.rowSpan(),
                  cell.columnSpan(),
                  cell.text()));
        }
      }
      // A workbook's reader leaves out blank cells at a row's end.
      expected.removeIf(line -> sheets && line.endsWith("+1x1 "));
      seen.removeIf(line -> sheets && line.endsWith("+1x1 "));
      assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
      before += sheets ? 0 : forms.get(i).rows() + 1;
    }
  }

  private static String line(int row, int column, int height, int width, String text) {
    return row + ":" + column + "+" + height + "x" + width + " " + text.strip();
  }
}
