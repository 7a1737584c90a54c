package org.jihe.generate.print;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Prints web pages with jsoup. */
public final class HtmlPrinter implements FormatPrinter {

  /** What a page may be like. */
  public enum Trait {
    /** In GB18030, as its head says. */
    GB18030,
    /** The table stands in a cell of the page's own layout. */
    NESTED,
    /** Title and year are headings above the table. */
    HEADINGS,
    /** As an office program saves it, with its name: the page of a workbook. */
    WORKBOOK,
    /** As a Word document's name. */
    DOCUMENT,
    /** Every text in paragraphs and spans, as editors leave them. */
    PARAGRAPHS
  }

  private final Set<Trait> traits;

  public HtmlPrinter(Trait... traits) {
    this.traits = Set.of(traits);
  }

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + ending();
    Charset charset =
        traits.contains(Trait.GB18030) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    Document page = Document.createShell("");
    page.charset(charset);
    page.outputSettings().prettyPrint(false);
    page.title("项目支出绩效自评");
    page.body().appendElement("p").text("信息公开 > 预决算 > 绩效");
    Printed.Places places = new Printed.Places();
    int row = 1; // rows count from the top of the page, lines of text among them
    for (PrintedForm form : forms) {
      places.nextForm();
      Element parent = page.body();
      if (traits.contains(Trait.NESTED)) {
        parent =
            parent
                .appendElement("table")
                .attr("width", "100%")
                .appendElement("tr")
                .appendElement("td");
      }
      int above = traits.contains(Trait.HEADINGS) ? form.linesAbove() : 0;
      for (int i = 0; i < above; i++) {
        parent.appendElement(form.isTitle(i) ? "h2" : "p").text(form.line(i));
      }
      table(parent, form, above);
      for (PrintedCell cell : form.cells()) {
        int column = cell.row() < above ? 1 : cell.column() + 1;
        places.put(cell, Position.inText(file, row + cell.row() + 1, column));
      }
      row += form.rows();
    }
    byte[] bytes = page.outerHtml().getBytes(charset);
    return new Printed(new RawFile(file, bytes), forms, places.all());
  }

  private String ending() {
    return traits.contains(Trait.WORKBOOK)
        ? ".xls"
        : traits.contains(Trait.DOCUMENT) ? ".doc" : ".html";
  }

  private void table(Element parent, PrintedForm form, int above) {
    Element table = parent.appendElement("table").attr("border", "1").attr("cellspacing", "0");
    Element body = table.appendElement("tbody");
    for (int row = above; row < form.rows(); row++) {
      Element line = body.appendElement("tr");
      for (PrintedCell cell : form.row(row)) {
        Element td = line.appendElement("td");
        if (cell.rowSpan() > 1) {
          td.attr("rowspan", String.valueOf(cell.rowSpan()));
        }
        if (cell.columnSpan() > 1) {
          td.attr("colspan", String.valueOf(cell.columnSpan()));
        }
        Element holder =
            traits.contains(Trait.PARAGRAPHS)
                ? td.appendElement("p").appendElement("span").attr("lang", "ZH-CN")
                : td;
        if (cell.text().isEmpty()) {
          holder.html("&nbsp;");
        } else {
          holder.text(cell.text());
        }
      }
    }
  }
}
