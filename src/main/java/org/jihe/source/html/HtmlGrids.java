package org.jihe.source.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.file.Limits;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The grids of a page. A table is a grid; the text before it stands in rows of one cell above it,
 * as wide as the table, since titles do. A table that only arranges other tables is walked through
 * like text. Rows are counted over the whole page, those hidden by {@code display:none} not among
 * them; a hidden block that holds a table is read all the same, since pages hide their other tabs
 * so.
 */
final class HtmlGrids {

  private static final Set<String> BLOCKS =
      Set.of(
          ("p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main nav aside form"
                  + " fieldset legend blockquote address center table thead tbody tfoot tr td th caption"
                  + " pre figure figcaption hr body")
              .split(" "));

  private static final Set<String> SILENT =
      Set.of(
          "script", "style", "template", "noscript", "head", "object", "svg", "math", "rt", "rp");

  private static final Pattern NOT_SHOWN =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

  private final String file;
  private final Limits limits;
  private final List<Grid> grids = new ArrayList<>();
  private final List<Line> above = new ArrayList<>();
  private final FlowText flow = new FlowText();
  private IdentityHashMap<Element, Size> sizes = new IdentityHashMap<>();
  private int row;
  private long cells;
  private @Nullable String exceeded;

  HtmlGrids(String file, Limits limits) {
    this.file = file;
    this.limits = limits;
  }

  private final List<CellNote> notes = new ArrayList<>();

  /** Text outside tables; in {@code <pre>} its tabs part fields. */
  private record Line(String text, int row) {}

  /** How much a table holds: in its own cells, and in those of the tables inside it. */
  private static final class Size {
    private int cells;
    private int text;
    private int textInside;
    private int mostCellsInside;

    boolean onlyArranges() {
      return textInside > 0 && (textInside >= text || mostCellsInside > cells);
    }
  }

  /** What limit was exceeded, or null. */
  @Nullable String exceeded() {
    return exceeded;
  }

  /** Everything that was added. */
  List<Grid> take() {
    if (!above.isEmpty()) {
      grids.add(new Grid(lines(1), Grid.Columns.FIXED));
      above.clear();
    }
    return grids;
  }

  /** What is hidden in cells of the tables. */
  List<CellNote> notes() {
    return notes;
  }

  void add(org.jsoup.nodes.Document page) {
    sizes = sizes(page);
    NodeTraversor.filter(new Walk(), page);
    endLine();
  }

  private final class Walk implements NodeFilter {

    @Override
    public FilterResult head(Node node, int depth) {
      if (exceeded != null) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode text) {
        flow.append(text.getWholeText());
        return FilterResult.CONTINUE;
      }
      return node instanceof Element element
          ? element(element, element.normalName())
          : FilterResult.CONTINUE;
    }

    private FilterResult element(Element element, String name) {
      if (SILENT.contains(name) || (isHidden(element) && element.selectFirst("table") == null)) {
        return FilterResult.SKIP_CHILDREN;
      }
      if (name.equals("table") && !sizes.getOrDefault(element, new Size()).onlyArranges()) {
        endLine();
        table(element);
        return FilterResult.SKIP_CHILDREN;
      }
      if (name.equals("pre")) {
        endLine();
        for (String line : LINE_END.split(element.wholeText(), -1)) {
          line(line);
        }
        return FilterResult.SKIP_CHILDREN;
      }
      if (name.equals("br") || BLOCKS.contains(name)) {
        endLine();
      } else {
        flow.append(filledIn(element, name));
      }
      return name.equals("select") || name.equals("textarea")
          ? FilterResult.SKIP_CHILDREN
          : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        endLine();
      }
      return FilterResult.CONTINUE;
    }
  }

  private void endLine() {
    if (!flow.isEmpty()) {
      String text = flow.take();
      if (!text.isBlank()) {
        line(text);
      }
    }
  }

  private void line(String text) {
    above.add(new Line(text, ++row));
    count(1);
  }

  private void count(long more) {
    cells += more;
    if (cells > limits.cells()) {
      exceeded = "cells > " + limits.cells();
    }
  }

  private List<List<Cell>> lines(int width) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : above) {
      String[] fields = line.text.split("\t", -1);
      List<Cell> row = new ArrayList<>();
      for (int i = 0; i < fields.length; i++) {
        int span = fields.length == 1 ? width : 1;
        row.add(new Cell(fields[i], Position.inText(file, line.row, i + 1), 1, span));
      }
      rows.add(row);
    }
    return rows;
  }

  private void table(Element table) {
    TableCells placed = new TableCells(limits);
    for (Element part : table.children()) {
      switch (part.normalName()) {
        case "caption" -> {
          String text = CellFlow.of(part);
          if (!text.isBlank()) {
            line(text);
          }
        }
        case "thead", "tbody", "tfoot" -> placed.addGroup(part.children());
        default -> {
          // columns have no text; the parser puts rows in groups
        }
      }
    }
    count(placed.area());
    exceeded = exceeded == null ? placed.exceeded() : exceeded;
    if (exceeded != null) {
      return;
    }
    List<List<Cell>> rows = lines(Math.max(1, placed.width()));
    above.clear();
    for (List<TableCells.Placed> cellsOfRow : placed.rows()) {
      row++;
      List<Cell> cellsOf = new ArrayList<>(cellsOfRow.size());
      for (TableCells.Placed cell : cellsOfRow) {
        Position position = Position.inText(file, row, cell.column() + 1);
        String hidden = CellFlow.hiddenIn(cell.element());
        if (!hidden.isEmpty()) {
          notes.add(new CellNote(position, CellNote.Kind.HIDDEN_TEXT_LEFT_OUT, hidden));
        }
        cellsOf.add(
            new Cell(CellFlow.of(cell.element()), position, cell.rowSpan(), cell.columnSpan()));
      }
      rows.add(cellsOf);
    }
    if (!rows.isEmpty()) {
      grids.add(new Grid(rows, Grid.Columns.FIXED));
    }
  }

  /** True for elements that are not shown. */
  static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    return element.hasAttr("hidden")
        || (element.hasAttr("style") && NOT_SHOWN.matcher(element.attr("style")).find());
  }

  static boolean isSilent(String name) {
    return SILENT.contains(name);
  }

  static boolean isBlock(String name) {
    return BLOCKS.contains(name);
  }

  /** What a person filled into a field of the page. */
  static String filledIn(Element element, String name) {
    return switch (name) {
      case "input" -> {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        boolean shown = type.isEmpty() || type.equals("text") || type.equals("number");
        yield shown ? element.attr("value") : "";
      }
      case "textarea" -> element.wholeText();
      case "select" -> {
        Element chosen = element.selectFirst("option[selected]");
        yield chosen == null ? "" : chosen.text();
      }
      default -> "";
    };
  }

  private static IdentityHashMap<Element, Size> sizes(Element page) {
    IdentityHashMap<Element, Size> sizes = new IdentityHashMap<>();
    Deque<Size> open = new ArrayDeque<>();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              String name = element.normalName();
              if (name.equals("table")) {
                open.push(new Size());
              } else if (!open.isEmpty() && (name.equals("td") || name.equals("th"))) {
                open.peek().cells++;
              }
            } else if (!open.isEmpty() && node instanceof TextNode text && !text.isBlank()) {
              open.peek().text += text.getWholeText().length();
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && element.normalName().equals("table")) {
              Size size = open.pop();
              sizes.put(element, size);
              if (!open.isEmpty()) {
                Size outer = open.peek();
                outer.textInside += size.text + size.textInside;
                int most = Math.max(size.cells, size.mostCellsInside);
                outer.mostCellsInside = Math.max(outer.mostCellsInside, most);
              }
            }
          }
        },
        page);
    return sizes;
  }
}
