package org.jihe.source.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Paper;
import org.jihe.source.PaperTable;
import org.jihe.source.PdfFuzz;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.page.RuledTable;
import org.jihe.source.page.RuledTables;
import org.jihe.source.pdf.PdfReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedPageTest {

  private static final PaperTable TABLE =
      PaperTable.of("项目名称|法律顾问费|主管部门", "年度资金总额|18000.00|100.00%", "其他资金|0|—")
          .with(List.of("财政项目支出绩效自评表"), List.of());

  private static BufferedImage picture(int dpi, double degrees) throws IOException {
    try (PDDocument document = Loader.loadPDF(Paper.print(List.of(TABLE)))) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
      BufferedImage turned =
          new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = turned.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
      graphics.setRenderingHint(
          java.awt.RenderingHints.KEY_INTERPOLATION,
          java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
      graphics.drawImage(page, 0, 0, null);
      graphics.dispose();
      return turned;
    }
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static Reason refusal(byte[] picture, Ocr ocr) {
    try {
      new ImageReader(() -> ocr).read(new RawFile("a.png", picture), Limits.STANDARD);
    } catch (Refusal refusal) {
      return refusal.entry().reason();
    }
    throw new AssertionError("was read");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, -1.5})
  void findsTheTableOfAPicture(double degrees) throws IOException {
    for (int dpi : new int[] {150, 300}) {
      PagePicture picture = PagePicture.of(picture(dpi, degrees), dpi / 72.0).level();
      List<RuledTable> tables = RuledTables.of(picture.rulings(), 3, 1000);
      assertThat(tables).hasSize(1);
      RuledTable table = tables.get(0);
      assertThat(table.areas()).hasSize(9);
      assertThat(table.left()).isCloseTo(40, within(2.0));
      assertThat(table.top()).isCloseTo(58, within(2.0));
      assertThat(table.right()).isCloseTo(555, within(2.0));
      assertThat(table.bottom()).isCloseTo(112, within(2.0));
    }
  }

  @Test
  void wordsGoToTheCellsOfTheirPlaces() throws Exception {
    // A recogniser that gives the number of every piece it is shown, by its height.
    Ocr ocr =
        (column, budget) -> {
          List<RecognisedWord> words = new java.util.ArrayList<>();
          PagePicture shown = PagePicture.of(column, 300 / 72.0);
          boolean[][] ink = shown.ink();
          int from = -1;
          int blank = 0;
          for (int y = 0; y < ink.length; y++) {
            boolean dark = false;
            for (boolean dot : ink[y]) {
              dark |= dot;
            }
            blank = dark ? 0 : blank + 1;
            if (dark && from < 0) {
              from = y;
            } else if (from >= 0 && blank == 20) {
              words.add(
                  new RecognisedWord(
                      "w" + (words.size() + 1), new Box(24, from, 100, y - blank + 1)));
              from = -1;
            }
          }
          return words;
        };
    Document document =
        new ImageReader(() -> ocr)
            .read(new RawFile("a.png", bytes(picture(300, 0), "png")), Limits.STANDARD);
    Grid grid = document.grids().get(0);
    assertThat(document.format()).isEqualTo("image");
    assertThat(grid.columns()).isEqualTo(Grid.Columns.FIXED);
    assertThat(grid.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList())
        .containsExactly(
            List.of("w1"),
            List.of("w2", "w3", "w4"),
            List.of("w5", "w6", "w7"),
            List.of("w8", "w9", "—"));
    assertThat(grid.rows().get(2).get(1).position().row()).isEqualTo(3);
    assertThat(grid.rows().get(2).get(1).position().column()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "tif"})
  void withoutRecognitionAPictureIsRefused(String format) throws IOException {
    assertThat(refusal(bytes(picture(100, 0), format), null)).isEqualTo(Reason.SCANNED);
  }

  @Test
  void aDamagedPictureIsRefused() throws IOException {
    Ocr none = (picture, budget) -> List.of();
    byte[] png = bytes(picture(100, 0), "png");
    assertThat(refusal(java.util.Arrays.copyOf(png, png.length / 2), none))
        .isEqualTo(Reason.DAMAGED);
    assertThat(refusal(new byte[] {1, 2, 3}, none)).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void anEncodingWithoutDecoderIsNamed() {
    Ocr none = (picture, budget) -> List.of();
    byte[] jp2 = {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10, 0, 0, 0, 20};
    byte[] webp = "RIFF\0\0\1\0WEBPVP8 ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(refusal(jp2, none)).isEqualTo(Reason.PICTURE_ENCODING);
    assertThat(refusal(webp, none)).isEqualTo(Reason.PICTURE_ENCODING);
  }

  @Test
  void aPictureOfUntoldSizeIsNotUnpacked() throws IOException {
    byte[] png = bytes(picture(72, 0), "png");
    png[16] = 0x7F; // the upper byte of its width
    assertThat(refusal(png, (picture, budget) -> List.of())).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void theProgramIsLookedForWhereTheSettingSays(@TempDir Path folder) throws IOException {
    assertThat(Tesseract.find("off")).isNull();
    assertThat(Tesseract.find(folder.resolve("nothing").toString())).isNull();
    Path other = Files.writeString(folder.resolve("other"), "#!/bin/sh\necho eng\n");
    assumeTrue(other.toFile().setExecutable(true));
    assertThat(Tesseract.find(other.toString())).as("without Chinese").isNull();
    Path slow =
        Files.writeString(
            folder.resolve("slow"),
            "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo chi_sim; else exec sleep 60; fi\n");
    assumeTrue(slow.toFile().setExecutable(true));
    Ocr ocr = Tesseract.find(slow.toString());
    assertThat(ocr).isNotNull();
    BufferedImage dot = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> ocr.words(dot, new Budget(Duration.ofMillis(900))))
        .isInstanceOf(Budget.Exceeded.class);
  }

  @Test
  void readsTheProgramsTable() {
    List<String> rows =
        List.of(
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "4\t1\t1\t1\t1\t0\t10\t20\t100\t30\t-1\t",
            "5\t1\t1\t1\t1\t1\t12\t25\t40\t9\t96.1\t绩效",
            "5\t1\t1\t1\t1\t2\t60\t24\t30\t12\t91\t \t");
    assertThat(Tesseract.parse(rows))
        .containsExactly(new RecognisedWord("绩效", new Box(12, 20, 52, 50)));
  }

  @Test
  void recognisesAScan() throws Exception {
    Ocr ocr = Tesseract.installed();
    assumeTrue(ocr != null, "needs Tesseract with chi_sim");
    byte[] scan = PdfFuzz.scan(Paper.print(List.of(TABLE)), 200);
    Document document = new PdfReader(() -> ocr).read(new RawFile("a.pdf", scan), Limits.STANDARD);
    assertThat(
            document.grids().get(0).rows().stream()
                // A stroke alone means nothing; one version of the program sees it, another does
                // not.
                .map(row -> row.stream().map(cell -> cell.text().replaceAll("[ —]", "")).toList())
                .toList())
        .containsExactly(
            List.of("财政项目支出绩效自评表"),
            List.of("项目名称", "法律顾问费", "主管部门"),
            List.of("年度资金总额", "18000.00", "100.00%"),
            List.of("其他资金", "0", ""));
  }

  @Test
  void aTextLayerUnderAScanSparesRecognition() throws Exception {
    byte[] pdf = layered();
    Document document = new PdfReader(() -> null).read(new RawFile("a.pdf", pdf), Limits.STANDARD);
    Grid grid = document.grids().get(0);
    assertThat(grid.columns()).isEqualTo(Grid.Columns.FIXED);
    assertThat(grid.rows().get(1).stream().map(Cell::text).toList())
        .containsExactly("项目名称", "法律顾问费", "主管部门");
  }

  /** A scan with its text unseen on top, as scanners make it. */
  private static byte[] layered() throws IOException {
    byte[] text = Paper.print(List.of(TABLE), Paper.Way.BARE, Paper.Way.INVISIBLE);
    try (PDDocument document = Loader.loadPDF(text)) {
      var page = document.getPage(0);
      try (var content =
          new org.apache.pdfbox.pdmodel.PDPageContentStream(
              document,
              page,
              org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.PREPEND,
              true)) {
        content.drawImage(
            org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory.createFromImage(
                document, picture(150, 0)),
            0,
            0,
            page.getMediaBox().getWidth(),
            page.getMediaBox().getHeight());
      }
      return PdfFuzz.saved(document);
    }
  }
}
