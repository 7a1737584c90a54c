package org.jihe.source.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of one cell of a web page, with a line feed where a line ends. */
final class CellFlow implements NodeFilter {

  private final FlowText flow = new FlowText();

  private CellFlow() {}

  static String of(Element cell) {
    if (cell.childNodeSize() == 1 && cell.childNode(0) instanceof TextNode text) {
      FlowText flow = new FlowText();
      flow.append(text.getWholeText());
      return orNumber(cell, flow.take());
    }
    CellFlow reading = new CellFlow();
    NodeTraversor.filter(reading, cell);
    return orNumber(cell, reading.flow.take());
  }

  /** The text of a cell that the page hides from who looks at it; empty where there is none. */
  static String hiddenIn(Element cell) {
    if (cell.childrenSize() == 0) {
      return "";
    }
    FlowText hidden = new FlowText();
    NodeTraversor.filter(
        (node, depth) -> {
          if (!(node instanceof Element element) || depth == 0) {
            return FilterResult.CONTINUE;
          }
          if (HtmlGrids.isSilent(element.normalName())) {
            return FilterResult.SKIP_CHILDREN;
          }
          if (HtmlGrids.isHidden(element)) {
            hidden.append(element.wholeText());
            hidden.space();
            return FilterResult.SKIP_CHILDREN;
          }
          return FilterResult.CONTINUE;
        },
        cell);
    return hidden.take();
  }

  /** Excel leaves a cell blank whose format shows nothing, and keeps its number beside it. */
  private static String orNumber(Element cell, String text) {
    return text.isEmpty() && cell.hasAttr("x:num") ? cell.attr("x:num").strip() : text;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (depth == 0) {
      return FilterResult.CONTINUE; // the cell itself
    }
    if (node instanceof TextNode text) {
      flow.append(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (HtmlGrids.isSilent(name) || HtmlGrids.isHidden(element)) {
      return FilterResult.SKIP_CHILDREN;
    }
    switch (name) {
      case "br" -> flow.lineBreak();
      case "td", "th" -> flow.space();
      case "input", "select" -> {
        flow.append(HtmlGrids.filledIn(element, name));
        return FilterResult.SKIP_CHILDREN;
      }
      case "textarea" -> {
        for (String line : HtmlGrids.filledIn(element, name).lines().toList()) {
          flow.append(line);
          flow.blockBreak();
        }
        return FilterResult.SKIP_CHILDREN;
      }
      default -> {
        if (HtmlGrids.isBlock(name)) {
          flow.blockBreak();
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (depth > 0 && node instanceof Element element) {
      String name = element.normalName();
      if (HtmlGrids.isBlock(name) && !name.equals("td") && !name.equals("th")) {
        flow.blockBreak();
      }
    }
    return FilterResult.CONTINUE;
  }
}
