package org.jihe.source.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.util.Matrix;
import org.jihe.Cells;
import org.jihe.ChineseFont;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.PrintedCharacters;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Paper;
import org.jihe.source.Paper.Way;
import org.jihe.source.PaperTable;
import org.jihe.source.PaperTable.PaperCell;
import org.jihe.source.PdfFuzz;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.ocr.Ocr;
import org.jihe.template.Recogniser;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {

  private static final PdfReader READER = new PdfReader(() -> null);
  private static final PaperTable SMALL =
      PaperTable.of("项目名称|法律顾问费|主管部门", "年度资金总额|18000.00|100.00%", "其他资金||—");

  private static Document read(byte[] pdf) {
    try {
      return READER.read(new RawFile("a.pdf", pdf), Limits.STANDARD);
    } catch (Refusal refusal) {
      throw new AssertionError(refusal);
    }
  }

  private static Quarantined refusal(byte[] pdf, Limits limits) {
    try {
      READER.read(new RawFile("a.pdf", pdf), limits);
    } catch (Refusal refusal) {
      assertThat(refusal.entry().file()).isEqualTo("a.pdf");
      return refusal.entry();
    }
    throw new AssertionError("was read");
  }

  /** Cells as {@code row,column rows×columns text}. */
  private static List<String> cells(Grid grid) {
    return grid.rows().stream()
        .flatMap(List::stream)
        .map(
            cell ->
                String.format(
                    "%d,%d %d×%d %s",
                    cell.position().row(),
                    cell.position().column(),
                    cell.rowSpan(),
                    cell.columnSpan(),
                    cell.text()))
        .toList();
  }

  private static String text(Grid grid) {
    return grid.rows().stream()
        .flatMap(List::stream)
        .map(Cell::text)
        .collect(Collectors.joining("|"));
  }

  private static PaperTable merged() {
    List<PaperCell> cells =
        List.of(
            new PaperCell(0, 0, 1, 3, "项目资金（元）"),
            new PaperCell(1, 0, 2, 1, "产出指标"),
            new PaperCell(1, 1, 1, 1, "完成率"),
            new PaperCell(1, 2, 1, 1, "100%"),
            new PaperCell(2, 1, 1, 2, ""));
    return new PaperTable(List.of("绩效自评表"), new double[] {1, 1, 2}, cells, -1, List.of("注：无。"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BARE", "SIDEWAYS"})
  void readsMergedCellsByTheirBorders(Way way) {
    Grid grid = read(Paper.print(List.of(merged()), way)).grids().get(0);
    List<String> expected =
        new ArrayList<>(
            List.of(
                "1,1 1×1 绩效自评表",
                "2,1 1×3 项目资金（元）",
                "3,1 2×1 产出指标",
                "3,2 1×1 完成率",
                "3,3 1×1 100%",
                "4,2 1×2 ",
                "5,1 1×1 注：无。"));
    if (way == Way.FOOTERS) {
      expected.add("6,1 1×1 第 1 页 共 1 页");
    }
    assertThat(cells(grid)).isEqualTo(expected);
    assertThat(grid.columns()).isEqualTo(Grid.Columns.FIXED);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "90,1", "180,1", "270,1", "0,0.6", "270,0.6"})
  void boxesAreWhatAReaderOfTheTurnedPageSees(int rotation, double scale) {
    for (Way way : List.of(Way.STRIPS, Way.CROPPED)) {
      Document document =
          read(Paper.print(List.of(merged()), Paper.landscape(), rotation, scale, way));
      List<Cell> cells = document.grids().get(0).rows().stream().flatMap(List::stream).toList();
      // The table's first row begins under the title's line and is 18 points high.
      double right = 842 / scale - 40;
      near(cells.get(1).position().box(), 40, 58, right, 76, scale);
      near(cells.get(4).position().box(), (40 + right) / 2, 76, right, 94, scale);
      assertThat(cells.get(4).position().page()).isEqualTo(1);
      assertThat(cells.get(4).position().file()).isEqualTo("a.pdf");
    }
  }

  private static void near(
      Box box, double left, double top, double right, double bottom, double scale) {
    assertThat(box.left()).isCloseTo(left * scale, within(0.5));
    assertThat(box.top()).isCloseTo(top * scale, within(0.5));
    assertThat(box.right()).isCloseTo(right * scale, within(0.5));
    assertThat(box.bottom()).isCloseTo(bottom * scale, within(0.5));
  }

  @Test
  void aTablePrintedSidewaysHasItsBoxesWhereThePageShowsThem() {
    Document document =
        read(Paper.print(List.of(merged()), Paper.landscape(), 90, 1, Way.SIDEWAYS));
    List<Cell> cells = document.grids().get(0).rows().stream().flatMap(List::stream).toList();
    assertThat(cells.get(1).text()).isEqualTo("项目资金（元）");
    // The paper is upright, 595 by 842, and its text runs from the bottom upwards.
    near(cells.get(1).position().box(), 58, 40, 76, 802, 1);
  }

  @Test
  void wrappedChineseJoinsWithoutSpaces() {
    String text = "通过聘请法律顾问，为政府重大行政决策等进行研究论证和风险评估".repeat(4);
    Grid grid =
        read(Paper.print(List.of(PaperTable.of(text + "|1234567890".repeat(4), "甲|乙"))))
            .grids()
            .get(0);
    assertThat(grid.rows().get(0).get(0).text()).isEqualTo(text);
    assertThat(cells(grid)).contains("2,1 1×1 甲");
  }

  @Test
  void aNumberThatIsCutInItsCellIsOneNumber() {
    PaperTable narrow =
        new PaperTable(
            List.of(),
            new double[] {1, 20},
            List.of(new PaperCell(0, 0, 1, 1, "12345678.90"), new PaperCell(0, 1, 1, 1, "元")),
            -1,
            List.of());
    assertThat(text(read(Paper.print(List.of(narrow))).grids().get(0))).isEqualTo("12345678.90|元");
  }

  @Test
  void continuedPagesKeepTheirColumnNumbers() {
    List<PaperTable> forms =
        SampleForms.transcripts().stream().map(PaperTable::form).toList().subList(11, 12);
    Document document = read(Paper.print(forms, Way.HEADS, Way.FOOTERS));
    assertThat(document.grids().size()).isGreaterThan(1);
    for (Grid grid : document.grids()) {
      Set<Integer> places =
          grid.rows().stream()
              .flatMap(List::stream)
              .filter(cell -> cell.text().equals("三级指标"))
              .map(cell -> cell.position().column())
              .collect(Collectors.toSet());
      assertThat(places).isSubsetOf(4);
    }
    // A page on which only some columns' borders are drawn numbers them as the others do.
    Grid last = document.grids().get(document.grids().size() - 1);
    Cell total =
        last.rows().stream()
            .flatMap(List::stream)
            .filter(cell -> cell.text().equals("总分"))
            .findFirst()
            .orElseThrow();
    assertThat(total.columnSpan()).isEqualTo(6);
  }

  private static void assertForms(byte[] pdf) {
    List<SelfEvaluation> forms = Recogniser.standard().recognise(read(pdf)).forms();
    assertThat(forms).hasSameSizeAs(SampleForms.transcripts());
    List<Cells.Difference> wrong = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      wrong.addAll(
          Cells.differences(SampleForms.transcripts().get(i), Transcripts.toJson(forms.get(i))));
    }
    assertThat(wrong).isEmpty();
  }

  private static List<PaperTable> sample() {
    return SampleForms.transcripts().stream().map(PaperTable::form).toList();
  }

  @Test
  void readsTheSampleBrokenOverPagesWithHeadsAndFooters() {
    assertForms(Paper.print(sample(), Way.HEADS, Way.FOOTERS));
  }

  @Test
  void readsTheSampleWithoutBordersAtPageBreaks() {
    assertForms(Paper.print(sample(), Way.CROPPED, Way.OPEN_BREAKS));
  }

  @Test
  void readsTheSampleShrunkAndTurned() {
    assertForms(Paper.print(sample(), Paper.landscape(), 270, 0.6, Way.DOUBLED, Way.BOLD));
  }

  /** The same cells as a library that is known for finding them found, where it found them. */
  @Test
  void findsTheCellsThatAnotherLibraryFound() throws IOException {
    List<Grid> grids = read(Paper.print(sample().subList(0, 6))).grids();
    int compared = 0;
    for (String line : Files.readAllLines(Path.of("src/test/resources/tables/ruled-cells.tsv"))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        Box box =
            new Box(number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]));
        Grid grid = grids.get(Integer.parseInt(fields[0]) - 1);
        assertThat(grid.rows().stream().flatMap(List::stream))
            .as(line)
            .anyMatch(c -> tight(c.text()).equals(fields[5]) && isNear(c.position().box(), box));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(400);
  }

  private static double number(String field) {
    return Double.parseDouble(field);
  }

  private static boolean isNear(Box one, Box other) {
    return Math.abs(one.left() - other.left()) < 1
        && Math.abs(one.top() - other.top()) < 1
        && Math.abs(one.right() - other.right()) < 1
        && Math.abs(one.bottom() - other.bottom()) < 1;
  }

  /** The other library made ASCII of full-width punctuation. */
  private static String tight(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  @Test
  void withoutBordersALineIsARow() {
    Grid grid =
        read(Paper.print(
                List.of(PaperTable.of("指标|目标|实际|分值", "数量|5次|5次|10", "质量||达标|10", "时效|及时|及时|10")),
                Way.BARE))
            .grids()
            .get(0);
    assertThat(grid.columns()).isEqualTo(Grid.Columns.INFERRED);
    assertThat(cells(grid))
        .contains("1,1 1×1 指标", "2,2 1×1 5次", "3,1 1×1 质量", "3,3 1×1 达标", "4,4 1×1 10");
  }

  @Test
  void linesThatContinueFullOnesAreOneCellWithoutBorders() {
    String name = "应急响应服务完成及时性和有效性";
    Grid grid =
        read(Paper.print(
                List.of(
                    PaperTable.of(
                        "指标|目标|实际|分值|得分|说明|单位|备注",
                        "数量|5次|5次|10|10|无|次|无",
                        name + "|5次|5次|10|10|无|次|无",
                        "时效|及时|及时|10|10|无|次|无")),
                Way.BARE))
            .grids()
            .get(0);
    assertThat(cells(grid)).contains("3,1 1×1 " + name, "4,1 1×1 时效");
  }

  @Test
  void aBlankPageIsAnEmptyGrid() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      assertThat(read(PdfFuzz.saved(document)).grids()).hasSize(1);
    }
  }

  // Characters

  @Test
  void radicalsBecomeTheIdeographsThatWerePrinted() {
    assertThat(PrintedCharacters.of("⼀、项⽬⾦额")).isEqualTo("一、项目金额");
    assertThat(PrintedCharacters.of("eﬃcient ﬁ")).isEqualTo("efficient fi");
    assertThat(PrintedCharacters.of("１００％（元）")).isEqualTo("１００％（元）");
  }

  @Test
  void textThatIsNotPaintedIsRead() {
    Grid grid = read(Paper.print(List.of(merged()), Way.INVISIBLE)).grids().get(0);
    assertThat(text(grid)).contains("产出指标|完成率|100%");
  }

  @Test
  void charactersWithoutMeaningMakeAPageAPicture() throws IOException {
    byte[] open = PdfFuzz.unpacked(Paper.print(List.of(SMALL)));
    byte[] without =
        new String(open, ISO_8859_1).replace("/ToUnicode", "/ToNothing").getBytes(ISO_8859_1);
    assertThat(refusal(without, Limits.STANDARD).reason()).isEqualTo(Reason.SCANNED);
  }

  // Pictures

  @Test
  void aScanWithoutRecognitionIsRefusedWithItsPages() throws IOException {
    Quarantined entry = refusal(PdfFuzz.scan(Paper.print(List.of(SMALL, SMALL))), Limits.STANDARD);
    assertThat(entry.reason()).isEqualTo(Reason.SCANNED);
    assertThat(entry.detail()).isEqualTo("p. 1, 2");
  }

  /** The pages with a picture laid over them in an encoding that nothing here decodes. */
  @SuppressWarnings("deprecation") // There is no other way to name a picture that cannot be made.
  private static byte[] withJpeg2000(byte[] pdf, double share, String mask) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        COSStream picture = picture(document, mask == null);
        if (mask != null) {
          picture.setItem(COSName.getPDFName(mask), picture(document, true));
        }
        PDResources resources = page.getResources();
        resources.put(COSName.getPDFName("Scan"), PDXObject.createXObject(picture, resources));
        page.setResources(resources);
        try (PDPageContentStream content =
            new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
          float height = (float) (page.getMediaBox().getHeight() * share);
          content.saveGraphicsState();
          content.transform(new Matrix(page.getMediaBox().getWidth(), 0, 0, height, 0, 0));
          content.appendRawCommands("/Scan Do ");
          content.restoreGraphicsState();
        }
      }
      return PdfFuzz.saved(document);
    }
  }

  private static COSStream picture(PDDocument document, boolean jpeg2000) throws IOException {
    COSStream picture = document.getDocument().createCOSStream();
    picture.setItem(COSName.TYPE, COSName.XOBJECT);
    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
    picture.setInt(COSName.WIDTH, 10);
    picture.setInt(COSName.HEIGHT, 10);
    picture.setInt(COSName.BITS_PER_COMPONENT, 8);
    picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    if (jpeg2000) {
      picture.setItem(COSName.FILTER, COSName.JPX_DECODE);
    }
    try (OutputStream out = picture.createRawOutputStream()) {
      out.write(new byte[100]);
    }
    return picture;
  }

  private static byte[] blank() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.addPage(new PDPage());
      for (PDPage page : document.getPages()) {
        page.setResources(new PDResources());
      }
      return PdfFuzz.saved(document);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aScanThatCannotBeDecodedIsRefusedWithItsPages(boolean recognises) throws IOException {
    Ocr ocr = recognises ? (picture, budget) -> List.of() : null;
    for (String mask : new String[] {null, "SMask", "Mask"}) {
      byte[] scan = withJpeg2000(blank(), 1, mask);
      assertThatThrownBy(
              () -> new PdfReader(() -> ocr).read(new RawFile("a.pdf", scan), Limits.STANDARD))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.entry().reason()).isEqualTo(Reason.PICTURE_ENCODING);
                assertThat(refusal.entry().detail()).isEqualTo("JPEG 2000, p. 1, 2");
              });
    }
  }

  @Test
  void oneScanAmongPagesOfTextIsNotLost() throws IOException {
    byte[] text = Paper.print(List.of(SMALL));
    try (PDDocument all = Loader.loadPDF(text);
        PDDocument scan = Loader.loadPDF(withJpeg2000(blank(), 0.5, null))) {
      all.importPage(scan.getPage(0));
      Quarantined entry = refusal(PdfFuzz.saved(all), Limits.STANDARD);
      assertThat(entry.reason()).isEqualTo(Reason.PICTURE_ENCODING);
      assertThat(entry.detail()).isEqualTo("JPEG 2000, p. 2");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 1})
  void textUnderASealThatCannotBeDecodedIsReadAsBefore(double share) throws IOException {
    byte[] text = Paper.print(List.of(SMALL));
    assertThat(cells(read(withJpeg2000(text, share, null)).grids().get(0)))
        .isEqualTo(cells(read(text).grids().get(0)));
  }

  @Test
  void aSmallPictureOnAnEmptyPageIsNotMissed() throws IOException {
    assertThat(read(withJpeg2000(blank(), 0.05, null)).grids()).hasSize(2);
  }

  // Protection and damage

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void anOwnersPasswordForbidsNoReading(int bits) throws IOException {
    Document document = read(PdfFuzz.encrypted(Paper.print(List.of(SMALL)), "", bits));
    assertThat(text(document.grids().get(0))).contains("法律顾问费");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void aPasswordIsNeeded(int bits) throws IOException {
    byte[] pdf = PdfFuzz.encrypted(Paper.print(List.of(SMALL)), "secret", bits);
    assertThat(refusal(pdf, Limits.STANDARD).reason()).isEqualTo(Reason.ENCRYPTED);
  }

  /** What is cut off may be a font that no text needs; but never is a part taken for the whole. */
  @Test
  void aPartOfAFileIsRefusedOrHasAllThatIsPrinted() {
    byte[] pdf = Paper.print(sample().subList(0, 3));
    Document whole = read(pdf);
    int refused = 0;
    for (int share = 1; share < 20; share++) {
      byte[] part = Arrays.copyOf(pdf, pdf.length * share / 20);
      try {
        Document read = READER.read(new RawFile("a.pdf", part), Limits.STANDARD);
        assertThat(read).isEqualTo(whole);
      } catch (Refusal refusal) {
        assertThat(refusal.entry().reason()).isIn(Reason.DAMAGED, Reason.SCANNED);
        assertThat(refusal.entry().detail()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void objectsThatArePackedTogetherAreRead() throws IOException {
    byte[] pdf = Paper.print(sample().subList(0, 2));
    byte[] packed = PdfFuzz.packed(pdf);
    assertThat(new String(packed, ISO_8859_1)).contains("/ObjStm");
    assertThat(read(packed)).isEqualTo(read(pdf));
  }

  /** PDFBox takes an object that it cannot parse for one that is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"/Contents", "/Resources", "/Parent"})
  void anObjectThatCannotBeParsedIsNotAMissingOne(String entry) {
    String text = new String(Paper.print(List.of(SMALL, SMALL)), ISO_8859_1);
    String broken = text.replaceFirst(entry + " (\\d+) 0 R", entry + " $1 0>R");
    assertThat(broken).isNotEqualTo(text);
    assertThat(refusal(broken.getBytes(ISO_8859_1), Limits.STANDARD).reason())
        .isEqualTo(Reason.DAMAGED);
  }

  /** Where a file's table of objects is damaged, too, PDFBox takes such pages out of the tree. */
  @Test
  void aPageThatIsMissingIsNotLeftOut() {
    byte[] gap =
        file(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>",
            "<</Type/Page/MediaBox[0 0 600 800]>>");
    Quarantined entry = refusal(gap, Limits.STANDARD);
    assertThat(entry.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(entry.detail()).isEqualTo("page 2");
  }

  @Test
  void aBranchWithoutPagesIsNoBlankPage() {
    byte[] bare = file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2/Kinds[3 0 R]>>");
    assertThat(refusal(bare, Limits.STANDARD).reason()).isEqualTo(Reason.DAMAGED);
  }

  /** What a few bytes unpack to would fill the memory. */
  @ParameterizedTest
  @ValueSource(strings = {"/Type/XObject/Subtype/Form/BBox[0 0 600 800]", "/ToUnicode 4 0 R"})
  void whatUnpacksToTooMuchIsRefused(String of) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new java.util.zip.DeflaterOutputStream(packed)) {
      for (int i = 0; i < 300; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    String stream =
        "<<"
            + of
            + "/Filter/FlateDecode/Length "
            + packed.size()
            + ">>\nstream\n"
            + packed.toString(ISO_8859_1)
            + "\nendstream";
    byte[] bomb =
        file(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/MediaBox[0 0 600 800]/Contents 5 0 R"
                + "/Resources<</XObject<</F 4 0 R>>>>>>",
            stream,
            "<</Length 5>>\nstream\n/F Do\nendstream");
    assertThat(refusal(bomb, Limits.STANDARD).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void aStreamThatIsCutOffIsNotAShortOne() {
    byte[] pdf = Paper.print(List.of(sample().get(0)));
    String text = new String(pdf, ISO_8859_1);
    int stream = text.indexOf("stream", text.indexOf("/FlateDecode")) + 8;
    for (int i = 300; i < 340; i++) {
      pdf[stream + i] = (byte) 0xFF;
    }
    assertThat(refusal(pdf, Limits.STANDARD).reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void moreThanTheLimitsAllowIsRefused() {
    byte[] pdf = Paper.print(List.of(SMALL, SMALL, SMALL));
    Limits standard = Limits.STANDARD;
    Limits pages =
        new Limits(
            standard.bytes(), standard.cells(), 1000, 2, 10, standard.unpacked(), standard.time());
    assertThat(refusal(pdf, pages).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    Limits cells =
        new Limits(standard.bytes(), 8, 1000, 100, 10, standard.unpacked(), standard.time());
    assertThat(refusal(pdf, cells).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    Limits unpacked = new Limits(standard.bytes(), 1000, 1000, 100, 10, 100, standard.time());
    assertThat(refusal(pdf, unpacked).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    Limits time =
        new Limits(standard.bytes(), 1000, 1000, 100, 10, standard.unpacked(), Duration.ofNanos(1));
    assertThat(refusal(pdf, time).reason()).isEqualTo(Reason.TIMED_OUT);
  }

  /** A file of the given objects, numbered from 1, the first of which is the catalog. */
  private static byte[] file(String... objects) {
    StringBuilder text = new StringBuilder("%PDF-1.4\n");
    for (int i = 0; i < objects.length; i++) {
      text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    return text.append("trailer\n<</Root 1 0 R>>\n%%EOF").toString().getBytes(ISO_8859_1);
  }

  @Test
  void treesThatBiteTheirTailsEnd() {
    byte[] loop =
        file(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Pages/Count 1/Kids[2 0 R]>>");
    assertThat(refusal(loop, Limits.STANDARD).reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void onePageAMillionTimesOverIsTooMuch() {
    byte[] many =
        file(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 9/Kids[" + "3 0 R ".repeat(6000) + "]>>",
            "<</Type/Page/MediaBox[0 0 600 800]>>");
    assertThat(refusal(many, Limits.STANDARD).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void formsThatPrintThemselvesEnd() {
    String content = "/F Do /F Do 40 40 500 20 re S";
    String form =
        "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 4 0 R>>>>/Length "
            + content.length()
            + ">>\nstream\n"
            + content
            + "\nendstream";
    byte[] loop =
        file(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/MediaBox[0 0 600 800]/Contents 4 0 R"
                + "/Resources<</XObject<</F 4 0 R>>>>>>",
            form);
    Limits standard = Limits.STANDARD;
    Limits time =
        new Limits(
            standard.bytes(),
            standard.cells(),
            1000,
            100,
            10,
            standard.unpacked(),
            Duration.ofSeconds(2));
    // Two calls each, fifty deep: never done, but for the limits.
    Reason reason = Reason.EMPTY;
    try {
      READER.read(new RawFile("a.pdf", loop), time);
    } catch (Refusal refusal) {
      reason = refusal.entry().reason();
    }
    assertThat(reason).isIn(Reason.TIMED_OUT, Reason.LIMIT_EXCEEDED, Reason.DAMAGED);
  }

  @Test
  void whatIsFilledIntoAFormIsRead() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      var form = new org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      var resources = new org.apache.pdfbox.pdmodel.PDResources();
      resources.put(
          org.apache.pdfbox.cos.COSName.HELV,
          new org.apache.pdfbox.pdmodel.font.PDType1Font(
              org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA));
      form.setDefaultResources(resources);
      var field = new org.apache.pdfbox.pdmodel.interactive.form.PDTextField(form);
      field.setPartialName("score");
      field.setDefaultAppearance("/Helv 12 Tf 0 g");
      form.getFields().add(field);
      var widget = field.getWidgets().get(0);
      widget.setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(72, 700, 200, 20));
      widget.setPage(page);
      page.getAnnotations().add(widget);
      field.setValue("98.52");
      assertThat(text(read(PdfFuzz.saved(document)).grids().get(0))).isEqualTo("98.52");
    }
  }

  @Test
  void aslantTextIsPartOfNoCell() throws IOException {
    try (PDDocument document = Loader.loadPDF(Paper.print(List.of(SMALL)))) {
      try (PDPageContentStream content =
          new PDPageContentStream(
              document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
        content.beginText();
        content.setFont(ChineseFont.embed(document), 40);
        content.setTextMatrix(org.apache.pdfbox.util.Matrix.getRotateInstance(0.7, 60, 700));
        content.showText("内部资料");
        content.endText();
      }
      assertThat(text(read(PdfFuzz.saved(document)).grids().get(0)))
          .isEqualTo("项目名称|法律顾问费|主管部门|年度资金总额|18000.00|100.00%|其他资金||—");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void damagedFilesGiveADocumentOrARefusal(long seed) {
    PdfFuzz fuzz = new PdfFuzz();
    fuzz.run(60, seed);
    assertThat(fuzz.read()).isBetween(1, 59);
  }

  /** PDFBox would count through the codes one by one, for minutes. */
  @Test
  void aMapOfMoreCodesThanAFontHasIsDamage() throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    int maps = 0;
    try (PDDocument pdf = Loader.loadPDF(Paper.print(List.of(SMALL)))) {
      for (COSObject object : PdfFuzz.objects(pdf)) {
        if (object.getObject() instanceof COSDictionary font
            && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
          maps++;
          try (OutputStream out = map.createOutputStream()) {
            out.write(
                "1 beginbfrange\n<00000000> <7FFFFFFF> <0041>\nendbfrange".getBytes(ISO_8859_1));
          }
        }
      }
      pdf.save(saved, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
    }
    assertThat(maps).isPositive();
    Quarantined entry = refusal(saved.toByteArray(), Limits.STANDARD);
    assertThat(entry.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(entry.detail()).contains("Unicode");
  }
}
