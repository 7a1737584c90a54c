package org.jihe.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** One page of the handbook. */
final class HandbookPage {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser MARKDOWN = Parser.builder().extensions(EXTENSIONS).build();

  private final String page;
  private final Addresses addresses;

  /**
   * A page.
   *
   * @param page its path from the root of the sources
   */
  HandbookPage(String page, Addresses addresses) {
    this.page = page;
    this.addresses = addresses;
  }

  /** The whole page. */
  String html(String markdown) {
    Node document = MARKDOWN.parse(markdown);
    document.accept(new Links());
    boolean chinese = page.contains("/zh/") || page.contains(".zh-");
    String contents =
        addresses.link(page, up() + Addresses.HANDBOOK + (chinese ? "/zh" : "") + "/index.md");
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <nav><a href="%s">%s</a></nav>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(
            chinese ? "zh-CN" : "en",
            escaped(title(document)),
            style(),
            contents,
            chinese ? "绩核手册" : "Jihe handbook",
            renderer().render(document));
  }

  private String up() {
    return "../".repeat((int) page.chars().filter(c -> c == '/').count());
  }

  /** Links lead to pages as they lie in a release; what is not in it is not led to. */
  private final class Links extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      String address = addresses.link(page, link.getDestination());
      visitChildren(link);
      if (address != null) {
        link.setDestination(address);
        return;
      }
      for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
        link.insertBefore(child);
      }
      link.unlink();
    }

    @Override
    public void visit(Image image) {
      String address = addresses.link(page, image.getDestination());
      if (address != null) {
        image.setDestination(address);
      }
      visitChildren(image);
    }
  }

  private static HtmlRenderer renderer() {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading) {
                    attributes.put("id", anchor(textOf(node)));
                  }
                })
        .build();
  }

  /** As sites that show Markdown name headings. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\- ]", "").replace(' ', '-');
  }

  private String title(Node document) {
    for (@Nullable Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) {
        return textOf(node);
      }
    }
    return page;
  }

  static String textOf(Node node) {
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String style() {
    try (InputStream in = HandbookPage.class.getResourceAsStream("/handbook/handbook.css")) {
      if (in == null) {
        throw new IllegalStateException("no style of the handbook");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
