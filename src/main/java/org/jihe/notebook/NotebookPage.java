package org.jihe.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jihe.message.Language;
import org.jihe.message.Messages;

/**
 * A notebook as one page of HTML that needs nothing beside it: a table of contents, prose, code and
 * what the code put out.
 */
public final class NotebookPage {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser MARKDOWN = Parser.builder().extensions(EXTENSIONS).build();
  private static final int DEEPEST = 3;

  private final Messages messages;
  private final List<Entry> contents = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  private record Entry(int level, String anchor, String title) {}

  private NotebookPage(Messages messages) {
    this.messages = messages;
  }

  /**
   * The page.
   *
   * @param messages with the bundle {@code notebook}
   * @param name shown as the title where the notebook has no heading
   */
  public static String of(Notebook notebook, String name, Messages messages) {
    NotebookPage page = new NotebookPage(messages);
    for (Cell cell : notebook.cells()) {
      switch (cell.kind()) {
        case MARKDOWN -> page.prose(cell);
        case CODE -> page.code(cell);
        case RAW -> page.raw(cell);
      }
    }
    return page.whole(name);
  }

  private void prose(Cell cell) {
    Node document = MARKDOWN.parse(Prose.shown(cell.source()));
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (node instanceof Heading heading && heading.getLevel() <= DEEPEST) {
                        String anchor = "h" + (contents.size() + 1);
                        attributes.put("id", anchor);
                        contents.add(new Entry(heading.getLevel(), anchor, textOf(heading)));
                      }
                    })
            .build();
    body.append("<section class=\"prose\">\n")
        .append(renderer.render(document))
        .append("</section>\n");
  }

  private static String textOf(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text one) {
            text.append(one.getLiteral());
          }

          @Override
          public void visit(Code one) {
            text.append(one.getLiteral());
          }
        });
    return text.toString();
  }

  private void code(Cell cell) {
    body.append("<section class=\"code\">\n<pre><code>")
        .append(HtmlTable.escaped(cell.source()))
        .append("</code></pre>\n");
    for (Output output : cell.outputs()) {
      if (output instanceof Output.Printed printed) {
        text("printed", printed.text());
      } else if (output instanceof Output.Failed failed) {
        text("failed", failed.name() + ": " + failed.text());
      } else if (output instanceof Output.Shown shown && shown.html().isEmpty()) {
        text("value", shown.text());
      } else if (output instanceof Output.Shown shown) {
        // Made by the cell's own code, which whoever opens the page trusts as much as the notebook.
        body.append("<div class=\"shown\">\n").append(shown.html()).append("</div>\n");
      }
    }
    body.append("</section>\n");
  }

  private void raw(Cell cell) {
    text("raw", cell.source());
  }

  private void text(String kind, String text) {
    body.append("<pre class=\"")
        .append(kind)
        .append("\">")
        .append(HtmlTable.escaped(text))
        .append("</pre>\n");
  }

  private String whole(String name) {
    String title = contents.isEmpty() ? name : contents.get(0).title;
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(messages.language() == Language.EN ? "en" : "zh-CN")
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(HtmlTable.escaped(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n");
    if (contents.size() > 1) {
      page.append("<nav aria-label=\"")
          .append(HtmlTable.escaped(messages.text("notebook.contents")))
          .append("\">\n<p>")
          .append(HtmlTable.escaped(messages.text("notebook.contents")))
          .append("</p>\n<ol>\n");
      for (Entry entry : contents) {
        page.append("<li class=\"level")
            .append(entry.level)
            .append("\"><a href=\"#")
            .append(entry.anchor)
            .append("\">")
            .append(HtmlTable.escaped(entry.title))
            .append("</a></li>\n");
      }
      page.append("</ol>\n</nav>\n");
    }
    return page.append("<main>\n").append(body).append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in = NotebookPage.class.getResourceAsStream("/notebook/page.css")) {
      if (in == null) {
        throw new IllegalStateException("no /notebook/page.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
