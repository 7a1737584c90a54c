package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** A row of the indicator table on its way to an indicator. */
final class IndicatorLine {

  private static final Pattern PLACEHOLDER = Pattern.compile("[.…·。]+|指标\\d+[:：]?");

  final PrintedRow row;
  private final TableHead head;

  /** The row's cells but for its labels, by the columns of the head. */
  final Map<TableHead.Column, Token> cells = new LinkedHashMap<>();

  /** Columns whose cell begins in a row above. */
  final List<TableHead.Column> carried = new ArrayList<>();

  /** The labels that the row itself prints, or null. */
  @Nullable Token categoryLabel;

  @Nullable Token aspectLabel;

  /** The labels that reach the row, or null. */
  @Nullable LabelRun category;

  @Nullable LabelRun aspect;

  /** True where the row begins a category or an aspect. */
  boolean ownCategory;

  boolean ownAspect;

  /** True where the row, or one of labels alone above it, prints its category. */
  boolean printsCategory;

  /** True where its labels might as well be others. */
  boolean labelGuessed;

  /** True where the end of a page has torn its texts. */
  boolean torn;

  IndicatorLine(PrintedRow row, TableHead head) {
    this.row = row;
    this.head = head;
  }

  boolean isOnPageOf(IndicatorLine other) {
    return row.grid() == other.row.grid();
  }

  /** The cell in the column of a name, or null where that is blank or missing. */
  @Nullable Token cell(String name) {
    TableHead.Column column = head.column(name);
    return column == null ? null : cells.get(column);
  }

  /** The key of that cell's text; empty where there is none. */
  String key(String name) {
    Token token = cell(name);
    return token == null ? "" : token.key();
  }

  /** True where a cell of a column begins in a row above. */
  boolean isCarried(String name) {
    return carried.contains(head.column(name));
  }

  /** True where a cell begins in the row. */
  boolean hasOwnCell() {
    return cells.keySet().stream().anyMatch(column -> !carried.contains(column));
  }

  boolean hasPoints() {
    return cell("maxScore") != null || cell("score") != null;
  }

  /** True where the name is what an empty template prints, such as {@code 指标1}. */
  boolean isPlaceholder() {
    Token name = cell("name");
    return name != null && PLACEHOLDER.matcher(name.key()).matches();
  }

  /** True where one of its labels is merged over several rows. */
  boolean hasMergedLabel() {
    return (category != null && category.isMerged()) || (aspect != null && aspect.isMerged());
  }

  /** Takes the half of the row that stands below the end of a page. */
  void append(IndicatorLine below) {
    if (below.ownCategory || category == null) {
      category = below.category;
      ownCategory |= below.ownCategory;
      printsCategory |= below.printsCategory;
    }
    if (below.ownAspect || aspect == null) {
      aspect = below.aspect;
      ownAspect |= below.ownAspect;
    }
    below.cells.forEach((column, token) -> cells.merge(column, token, Token::join));
  }
}
