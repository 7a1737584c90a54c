package org.jihe.publish.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.jihe.finding.Severity;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.Shown;
import org.jihe.publish.list.Totals;

/**
 * A bureau's own letter, a document of Word with named fields such as {@code {{部门}}}. Everything
 * else of it stays as it is.
 */
public final class LetterTemplate {

  private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]{1,40}?)\\s*}}");

  private static final String LIST = "清单";
  private static final String MAIN = "主要问题";
  private static final String DEMANDS = "修改要求";

  /** Fields without which a letter does not say to whom it goes, and about what. */
  private static final List<String> NEEDED = List.of("部门");

  /** All fields, in the order in which they are named to people. */
  public static final List<String> FIELDS =
      List.of(
          "部门", "年度", "自评表份数", "年初预算数", "全年预算数", "全年执行数", "执行率", "错误数", "疑点数", "提示数", "问题数",
          "缺少自评表数", "无法读取数", "多得分数", "总体情况", MAIN, DEMANDS, LIST, "整改期限", "落款", "日期");

  private static final int SMALL = 10;
  private static final List<String> HEAD = List.of("序号", "级别", "项目", "位置", "填报内容", "问题", "应当/建议");

  private final byte[] bytes;
  private final Set<String> fields;

  private LetterTemplate(byte[] bytes, Set<String> fields) {
    this.bytes = bytes;
    this.fields = fields;
  }

  /** A template that cannot be used. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    Unusable(String problem, String detail) {
      super(detail);
      this.problem = problem;
    }

    /**
     * {@code unreadable}, {@code withoutFields}, {@code unknownFields} or {@code missingFields}.
     */
    public String problem() {
      return problem;
    }
  }

  /**
   * Reads a template.
   *
   * @throws Unusable where it is no document, or its fields are not such as there are
   */
  public static LetterTemplate read(Path file) throws Unusable {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Set<String> fields = new LinkedHashSet<>();
      try (XWPFDocument document = open(bytes)) {
        for (XWPFParagraph paragraph : paragraphs(document)) {
          Matcher matcher = FIELD.matcher(paragraph.getText());
          while (matcher.find()) {
            fields.add(matcher.group(1));
          }
        }
      }
      check(fields);
      return new LetterTemplate(bytes, fields);
    } catch (IOException | RuntimeException e) {
      throw new Unusable(
          "unreadable", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static void check(Set<String> fields) throws Unusable {
    if (fields.isEmpty()) {
      throw new Unusable("withoutFields", "");
    }
    List<String> unknown = fields.stream().filter(field -> !FIELDS.contains(field)).toList();
    if (!unknown.isEmpty()) {
      throw new Unusable("unknownFields", String.join("、", unknown));
    }
    List<String> missing = NEEDED.stream().filter(field -> !fields.contains(field)).toList();
    if (!missing.isEmpty()) {
      throw new Unusable("missingFields", String.join("、", missing));
    }
  }

  private static XWPFDocument open(byte[] bytes) throws IOException {
    try {
      ZipSecureFile.setMinInflateRatio(0.001);
      return new XWPFDocument(new ByteArrayInputStream(bytes));
    } catch (OpenXML4JRuntimeException e) {
      throw new IOException(e);
    }
  }

  /** Fields that it does not use; a letter without them says less. */
  public List<String> unused() {
    return FIELDS.stream().filter(field -> !fields.contains(field)).toList();
  }

  private static List<XWPFParagraph> paragraphs(XWPFDocument document) {
    List<XWPFParagraph> all = new ArrayList<>();
    collect(document, all);
    for (XWPFHeader header : document.getHeaderList()) {
      collect(header, all);
    }
    for (XWPFFooter footer : document.getFooterList()) {
      collect(footer, all);
    }
    return all;
  }

  private static void collect(IBody body, List<XWPFParagraph> all) {
    for (IBodyElement element : body.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph) {
        all.add(paragraph);
      } else if (element instanceof XWPFTable table) {
        for (XWPFTableRow row : table.getRows()) {
          for (XWPFTableCell cell : row.getTableCells()) {
            collect(cell, all);
          }
        }
      }
    }
  }

  /** Writes the letter to a department. */
  void write(DepartmentList list, Sender sender, Path file) throws IOException {
    Map<String, String> values = values(list, sender);
    try (XWPFDocument document = open(bytes)) {
      for (XWPFParagraph paragraph : paragraphs(document)) {
        fill(document, paragraph, values, list);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        document.write(out);
      }
    }
  }

  private static Map<String, String> values(DepartmentList list, Sender sender) {
    Totals totals = Totals.of(list);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("部门", Shown.line(list.department()));
    values.put("年度", list.yearText());
    values.put("自评表份数", Numbers.count(totals.forms()));
    values.put("年初预算数", Numbers.money(totals.originalBudget()));
    values.put("全年预算数", Numbers.money(totals.finalBudget()));
    values.put("全年执行数", Numbers.money(totals.expenditure()));
    values.put("执行率", Numbers.percent(totals.executionRate()));
    values.put("错误数", Numbers.count(totals.count(Severity.ERROR)));
    values.put("疑点数", Numbers.count(totals.count(Severity.DOUBT)));
    values.put("提示数", Numbers.count(totals.count(Severity.NOTE)));
    values.put("问题数", Numbers.count(totals.items()));
    values.put("缺少自评表数", Numbers.count(totals.missing()));
    values.put("无法读取数", Numbers.count(totals.unreadable()));
    values.put("多得分数", Numbers.points(totals.overClaimed()));
    values.put("总体情况", LetterText.figures(totals));
    List<String> main = new ArrayList<>();
    LetterText.mainKinds(list).forEach(kind -> main.add(kind.heading() + kind.text()));
    values.put(MAIN, Shown.text(String.join("\n", main)));
    values.put(DEMANDS, String.join("\n", LetterText.demands(list, sender.due())));
    values.put("整改期限", sender.due());
    values.put("落款", sender.name());
    values.put("日期", sender.date());
    return values;
  }

  private static void fill(
      XWPFDocument document,
      XWPFParagraph paragraph,
      Map<String, String> values,
      DepartmentList list) {
    String text = paragraph.getText();
    Matcher matcher = FIELD.matcher(text);
    if (!matcher.find()) {
      return;
    }
    boolean isList = matcher.group(1).equals(LIST) && paragraph.getBody() == document;
    StringBuilder filled = new StringBuilder();
    matcher.reset();
    while (matcher.find()) {
      String value = values.getOrDefault(matcher.group(1), "");
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(filled);
    replace(paragraph, filled.toString());
    if (isList) {
      XmlCursor cursor = paragraph.getCTP().newCursor();
      cursor.toNextSibling();
      table(document.insertNewTbl(cursor), list);
    }
  }

  /** Puts the text into the first run, which has the paragraph's looks; the others are emptied. */
  private static void replace(XWPFParagraph paragraph, String text) {
    List<XWPFRun> runs = paragraph.getRuns();
    XWPFRun first = runs.isEmpty() ? paragraph.createRun() : runs.get(0);
    for (int i = runs.size() - 1; i > 0; i--) {
      paragraph.removeRun(i);
    }
    String[] lines = text.split("\n", -1);
    first.setText(lines[0], 0);
    for (int i = 1; i < lines.length; i++) {
      first.addBreak();
      first.setText(lines[i]);
    }
  }

  private static void table(XWPFTable table, DepartmentList list) {
    table.setWidth("100%");
    XWPFTableRow head = table.getRow(0);
    for (int i = 0; i < HEAD.size(); i++) {
      cell(i == 0 ? head.getCell(0) : head.addNewTableCell(), HEAD.get(i));
    }
    head.setRepeatHeader(true);
    int number = 1;
    for (Item item : list.items()) {
      XWPFTableRow row = table.createRow();
      List<String> cells =
          List.of(
              String.valueOf(number++),
              item.severity() == Severity.ERROR ? "错误" : "疑点",
              item.project(),
              item.place(),
              item.reported(),
              item.rule() + "：" + item.problem(),
              item.advice());
      for (int i = 0; i < cells.size(); i++) {
        cell(row.getCell(i), cells.get(i));
      }
    }
  }

  private static void cell(XWPFTableCell cell, String text) {
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setSpacingAfter(0);
    XWPFRun run = paragraph.createRun();
    run.setFontSize(SMALL);
    String[] lines = Shown.text(text).split("\n", -1);
    run.setText(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      run.addBreak();
      run.setText(lines[i]);
    }
  }
}
