package org.jihe.generate.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.LayoutCodec;
import org.jihe.layout.Position;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form's rows come back from the short form in which they are kept as its source prints them. */
class LayoutTest {

  private static final FormReader READER = new FormReader();
  private static final Sources SOURCES = new Sources(Limits.STANDARD);

  /** Bytes a form, of what the samples take in their largest format; a bound, not a target. */
  private static final int MOST_BYTES = 1_300;

  private static List<Cell> cells(List<Grid> grids) {
    List<Cell> cells = new ArrayList<>();
    grids.forEach(grid -> grid.rows().forEach(cells::addAll));
    return cells;
  }

  private static Cell withoutBox(Cell cell) {
    Position at = cell.position();
    return new Cell(
        cell.text(),
        new Position(at.file(), at.page(), at.sheet(), at.row(), at.column()),
        cell.rowSpan(),
        cell.columnSpan());
  }

  private static boolean isAt(Cell cell, Position place) {
    Position at = cell.position();
    return at.page() == place.page()
        && at.row() == place.row()
        && at.column() == place.column()
        && Objects.equals(at.sheet(), place.sheet());
  }

  /** Holds the layouts of one source against its document, and says how many bytes they take. */
  private static int check(FileReading reading, Document document) {
    List<Cell> printed = cells(document.grids()).stream().map(LayoutTest::withoutBox).toList();
    assertThat(reading.layouts()).hasSameSizeAs(reading.forms());
    int from = 0;
    int bytes = 0;
    for (SelfEvaluation form : reading.forms()) {
      byte[] kept = reading.layoutOf(form);
      assertThat(kept).as(form.origin().toString()).isNotNull();
      bytes += kept.length;
      assertThat(LayoutCodec.bytes(LayoutCodec.read(kept, reading.file()))).isEqualTo(kept);
      List<Cell> layout = cells(LayoutCodec.read(kept, reading.file()));
      int at = printed.subList(from, printed.size()).indexOf(layout.get(0)) + from;
      assertThat(at).as("the form begins in the document").isGreaterThanOrEqualTo(from);
      assertThat(layout).isEqualTo(printed.subList(at, at + layout.size()));
      from = at + layout.size();
      for (Field<?> field : FormFields.of(form).values()) {
        Position place = field.position();
        if (field.printed() != null && place != null) {
          assertThat(layout).as(field.toString()).anyMatch(cell -> isAt(cell, place));
        }
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void everyFormatsRowsComeBack(PrintedFormat format) throws Exception {
    List<PrintedForm> forms =
        FormatsBoard.sample(FormLayout.SHANGHAI).subList(0, Math.max(6, format.formsInFile()));
    int bytes = 0;
    int count = 0;
    int each = format.formsInFile();
    for (int i = 0; i + each <= forms.size(); i += each) {
      Printed printed = format.print("forms", forms.subList(i, i + each));
      RawFile file = printed.file();
      List<FileReading> readings = READER.read(file.name(), file.content());
      List<Sources.Reading> sources = SOURCES.read(file);
      for (FileReading reading : readings) {
        for (Sources.Reading source : sources) {
          Document document = source.document();
          if (source.file().equals(reading.file())
              && document != null
              && !document.format().equals("json")) {
            bytes += check(reading, document);
            count += reading.forms().size();
          }
        }
      }
    }
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES * count);
  }

  @Test
  void transcriptsHaveNoRows() throws Exception {
    Printed printed =
        PrintedFormat.JSON.print("forms", FormatsBoard.sample(FormLayout.SHANGHAI).subList(0, 1));
    for (FileReading reading : READER.read(printed.file().name(), printed.file().content())) {
      assertThat(reading.forms()).isNotEmpty();
      assertThat(reading.layouts()).isEmpty();
    }
  }
}
