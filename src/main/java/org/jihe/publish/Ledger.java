package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jihe.finding.Decision;
import org.jihe.finding.Reply;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.LedgerLine;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of what is put right: a line for everything that wants an answer, and one for whatever
 * was answered and is not found any more. It takes a department at a time.
 */
final class Ledger implements Closeable {

  static final String FILE = "整改台账.csv";

  /** Name of the files for programs, without their endings. */
  static final String NAME = "rectification_ledger";

  private static final List<String> HEAD =
      List.of(
          "主管部门", "年度", "项目", "实施单位", "级别", "规则", "位置", "问题", "状态", "复查结果", "单位反馈", "反馈人", "反馈时间",
          "复核意见", "复核人", "复核时间", "来源", "识别码");

  private static final List<String> COLUMNS =
      List.of(
          "department",
          "year",
          "projectName",
          "implementingAgency",
          "severity",
          "ruleId",
          "place",
          "problem",
          "state",
          "found",
          "reply",
          "repliedBy",
          "replied",
          "opinion",
          "decidedBy",
          "decided",
          "source",
          "fingerprint");

  /** The file takes rows in Spark's own form alone. */
  private static final Row NO_ROW = RowFactory.create();

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final Answers answers;
  private final CsvFile csv;
  private final BufferedWriter lines;
  private final Publication.Sink parquet;
  private final Set<String> met = new HashSet<>();
  private final Map<String, DepartmentName> departments = new HashMap<>();

  /** What a department and year is called. */
  private record DepartmentName(String department, String year) {}

  Ledger(Path folder, Answers answers, ParquetPublication parquet) throws IOException {
    this.answers = answers;
    this.csv = new CsvFile(folder.resolve(FILE), HEAD);
    this.lines = Files.newBufferedWriter(folder.resolve(NAME + ".jsonl"), StandardCharsets.UTF_8);
    this.parquet = parquet.sink(schema(), NAME);
  }

  /** The columns, all of them texts. */
  static StructType schema() {
    StructType schema = new StructType();
    for (String column : COLUMNS) {
      schema = schema.add(column, DataTypes.StringType, true);
    }
    return schema;
  }

  /** Takes lines of the ledger. */
  @FunctionalInterface
  interface Taker {
    void take(LedgerLine line) throws IOException;
  }

  /** Takes a department. */
  void add(DepartmentList list, Taker also) throws IOException {
    departments.put(list.dossier(), new DepartmentName(list.department(), list.yearText()));
    for (Item item : list.items()) {
      met.add(item.key());
      Answers.Case one = answers.of(item.key());
      write(
          line(
              one,
              item,
              list.department(),
              list.yearText(),
              item.project(),
              item.place(),
              item.problem()),
          also);
    }
  }

  /** Takes what was answered and is not found any more. */
  void addGone(Taker also) throws IOException {
    for (Answers.Case one : answers.all()) {
      if (!met.contains(one.key())) {
        Reply reply = one.reply();
        Reply.About about = reply == null ? Reply.About.NOTHING : reply.about();
        DepartmentName name = departments.getOrDefault(about.dossier(), new DepartmentName("", ""));
        write(
            line(
                one,
                null,
                name.department,
                name.year,
                about.project(),
                about.place(),
                about.problem()),
            also);
      }
    }
  }

  private static LedgerLine line(
      Answers.Case one,
      @Nullable Item item,
      String department,
      String year,
      String project,
      String place,
      String problem) {
    Reply reply = one.reply();
    Decision decision = one.decision();
    return new LedgerLine(
        one.key(),
        item,
        department,
        year,
        project,
        place,
        problem,
        one.state().label(),
        item != null,
        reply == null ? "" : reply.text(),
        reply == null ? "" : reply.by(),
        reply == null ? "" : moment(reply.when()),
        decision == null ? "" : decision.text(),
        decision == null ? "" : decision.by(),
        decision == null ? "" : moment(decision.when()),
        reply == null || reply.file().isEmpty() ? "" : reply.file() + ":" + reply.row());
  }

  private static String moment(Instant when) {
    return MINUTE.format(when);
  }

  private void write(LedgerLine line, Taker also) throws IOException {
    Item item = line.item();
    Map<String, String> values = new LinkedHashMap<>();
    List<String> cells =
        List.of(
            line.department(),
            line.year(),
            line.project(),
            item == null ? "" : item.agency(),
            line.severity(),
            item == null ? "" : item.ruleId(),
            line.place(),
            line.problem(),
            line.state(),
            line.found(),
            line.text(),
            line.by(),
            line.replied(),
            line.opinion(),
            line.decidedBy(),
            line.decided(),
            line.source(),
            line.key());
    @Nullable Object[] row = new Object[COLUMNS.size()];
    for (int i = 0; i < row.length; i++) {
      String value = cells.get(i).isEmpty() ? null : cells.get(i);
      row[i] = UTF8String.fromString(value);
      values.put(COLUMNS.get(i), cells.get(i));
    }
    ObjectNode node = RowJson.JSON.createObjectNode();
    values.forEach((name, value) -> node.put(name, value.isEmpty() ? null : value));
    lines.write(node.toString());
    lines.write('\n');
    parquet.take(NO_ROW, new GenericInternalRow(row));
    Object[] shown = cells.toArray();
    shown[COLUMNS.indexOf("ruleId")] = item == null ? "" : item.rule();
    csv.line(shown);
    also.take(line);
  }

  @Override
  public void close() throws IOException {
    try (csv;
        lines;
        parquet) {
      met.clear();
    }
  }
}
