package org.jihe.publish.letter;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jihe.publish.list.Shown;

/**
 * A document in the form of official papers (GB/T 9704): A4 with its margins, 方正小标宋 for the title,
 * 仿宋_GB2312 三号 for the text. The fonts are named, with others beside them for computers that do not
 * have them. It is written as it comes, so that a long annex takes no memory.
 */
final class Docx implements Closeable {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** Twentieths of a point a millimetre. */
  private static final double MILLIMETRE = 56.6929;

  /** English metric units a pixel at 96 a inch. */
  private static final long PIXEL = 9525;

  /** How a paragraph looks. */
  enum Style {
    TITLE("Title"),
    ADDRESSEE("Addressee"),
    BODY("BodyText"),
    FIRST("Heading1"),
    SECOND("Heading2"),
    RIGHT("Signature"),
    NOTE("Note"),
    ANNEX("Annex"),
    CAPTION("Caption");

    private final String id;

    Style(String id) {
      this.id = id;
    }
  }

  private final ZipOutputStream zip;
  private final Writer out;
  private final List<byte[]> pictures = new ArrayList<>();
  private boolean landscape;

  Docx(Path file) throws IOException {
    this(Files.newOutputStream(file));
  }

  private Docx(OutputStream file) throws IOException {
    this.zip = new ZipOutputStream(file);
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    part("_rels/.rels", DocxParts.ROOT);
    part("word/styles.xml", DocxParts.STYLES);
    part("word/fontTable.xml", DocxParts.FONTS);
    part("word/footer1.xml", DocxParts.FOOTER);
    zip.putNextEntry(new ZipEntry("word/document.xml"));
    out.write(
        DocxParts.XML
            + "<w:document xmlns:w=\""
            + WORD
            + "\" xmlns:r=\""
            + RELATIONS
            + "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>");
  }

  private void part(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    out.write(text);
    out.flush();
    zip.closeEntry();
  }

  /** A paragraph; line feeds in it are breaks. */
  void paragraph(Style style, String text) throws IOException {
    out.write("<w:p><w:pPr><w:pStyle w:val=\"" + style.id + "\"/></w:pPr>");
    run(text);
    out.write("</w:p>");
  }

  private void run(String text) throws IOException {
    String lead = "<w:r><w:t xml:space=\"preserve\">";
    String breaks = "</w:t><w:br/><w:t xml:space=\"preserve\">";
    out.write(lead + Shown.xml(text).replace("\n", breaks).replace("\t", " ") + "</w:t></w:r>");
  }

  /** An empty line. */
  void gap() throws IOException {
    out.write("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr></w:p>");
  }

  /** What follows stands on pages of its own that lie on their side. */
  void turn() throws IOException {
    out.write("<w:p><w:pPr>" + section() + "</w:pPr></w:p>");
    landscape = true;
  }

  /** What follows begins a page. */
  void page() throws IOException {
    out.write("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
  }

  /** The page of official papers: 37 above, 35 below, 28 left and 26 right, in millimetres. */
  private String section() {
    String size =
        landscape
            ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
            : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    int[] margins = landscape ? new int[] {25, 20, 25, 20} : new int[] {37, 26, 35, 28};
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
        + "<w:footerReference w:type=\"first\" r:id=\"rId3\"/>"
        + size
        + "<w:pgMar w:top=\""
        + twips(margins[0])
        + "\" w:right=\""
        + twips(margins[1])
        + "\" w:bottom=\""
        + twips(margins[2])
        + "\" w:left=\""
        + twips(margins[3])
        + "\" w:header=\"851\" w:footer=\"1400\" w:gutter=\"0\"/></w:sectPr>";
  }

  private static long twips(double millimetres) {
    return Math.round(millimetres * MILLIMETRE);
  }

  /**
   * Begins a table whose head is repeated on every page.
   *
   * @param widths of the columns, in millimetres
   */
  void table(List<Integer> widths, List<String> head) throws IOException {
    out.write(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/>"
            + "<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (int width : widths) {
      out.write("<w:gridCol w:w=\"" + twips(width) + "\"/>");
    }
    out.write("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (int i = 0; i < head.size(); i++) {
      cell(widths.get(i), "TableHead", "<w:shd w:val=\"clear\" w:fill=\"E7E6E6\"/>", head.get(i));
    }
    out.write("</w:tr>");
  }

  /** A row; cells that hold a number only stand on the right. */
  void row(List<Integer> widths, List<String> cells) throws IOException {
    out.write("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (int i = 0; i < cells.size(); i++) {
      boolean number = cells.get(i).matches("-?[\\d,]+(\\.\\d+)?%?");
      cell(widths.get(i), number ? "TableNumber" : "TableText", "", cells.get(i));
    }
    out.write("</w:tr>");
  }

  private void cell(int width, String style, String shade, String text) throws IOException {
    out.write(
        "<w:tc><w:tcPr><w:tcW w:w=\""
            + twips(width)
            + "\" w:type=\"dxa\"/>"
            + shade
            + "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\""
            + style
            + "\"/></w:pPr>");
    run(text);
    out.write("</w:p></w:tc>");
  }

  void endTable() throws IOException {
    out.write("</w:tbl>");
  }

  /**
   * A picture in a line of its own.
   *
   * @param png the picture
   * @param width how wide it is shown, in pixels at 96 an inch
   * @param height how high
   * @param about what it shows, for those who do not see it
   */
  void picture(byte[] png, int width, int height, String about) throws IOException {
    pictures.add(png);
    int number = pictures.size();
    String name = Shown.xml(Shown.line(about));
    String size = " cx=\"" + width * PIXEL + "\" cy=\"" + height * PIXEL + "\"/>";
    out.write(
        "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline>"
            + "<wp:extent"
            + size
            + "<wp:docPr id=\""
            + number
            + "\" name=\"图"
            + number
            + "\" descr=\""
            + name
            + "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
            + "<pic:pic><pic:nvPicPr><pic:cNvPr id=\""
            + number
            + "\" name=\"图"
            + number
            + "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdP"
            + number
            + "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext"
            + size
            + "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
            + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      out.write(section() + "</w:body></w:document>");
      out.flush();
      zip.closeEntry();
      StringBuilder relations = new StringBuilder(DocxParts.XML + DocxParts.DOCUMENT_RELATIONS);
      for (int number = 1; number <= pictures.size(); number++) {
        relations.append(
            "<Relationship Id=\"rIdP"
                + number
                + "\" Type=\""
                + RELATIONS
                + "/image\" Target=\"media/image"
                + number
                + ".png\"/>");
        zip.putNextEntry(new ZipEntry("word/media/image" + number + ".png"));
        zip.write(pictures.get(number - 1));
        zip.closeEntry();
      }
      part("word/_rels/document.xml.rels", relations + "</Relationships>");
      part("[Content_Types].xml", DocxParts.TYPES);
    }
  }
}
