package org.jihe.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jihe.form.FormPath;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.FormLine;
import org.jihe.publish.list.Item;
import org.jihe.table.Decimals;
import org.jihe.table.FindingCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.table.Schemas;
import org.jihe.table.VersionCodec;
import org.jihe.view.Places;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Draws up what goes back to each department: a department and year at a time, so that no more than
 * one is in memory.
 */
public final class DepartmentLists {

  private static final List<String> OF_FORMS =
      List.of(
          "formId",
          "file",
          "origin",
          "year.value",
          "projectName.printed",
          "supervisingDepartment.printed",
          "implementingAgency.printed",
          "funding.element.originalBudget.value",
          "funding.element.finalBudget.value",
          "funding.element.actualExpenditure.value",
          "total.score.value",
          Schemas.FORM_KIND);

  private static final List<String> OF_AUDITS =
      List.of("formId", "grade", "low", "high", "overClaimed", "arithmetic");

  /** What concerns whoever reads the files, and not who sent them. */
  static final Set<Reason> OWN_MATTERS =
      Set.of(Reason.MISSING, Reason.UNREADABLE, Reason.CHANGED_WHILE_READ);

  private final ReviewData data;
  private final Answers answers;
  private final Map<String, StoredRows> forms;
  private final Map<String, StoredRows> findings;
  private final Map<String, StoredRows> audits;
  private final Map<String, Name> names = new TreeMap<>();
  private final Map<String, List<Item>> unread = new TreeMap<>();

  /** What a department is called. */
  private record Name(String department, @Nullable Integer year) {}

  /** A printed name for those who printed none. */
  static final String NAMELESS = "未填主管部门";

  /** The key of what is no department's. */
  static final String NOBODY = "";

  /** Takes the lists one after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(DepartmentList list) throws IOException;
  }

  /** The lists of what is published. */
  public static DepartmentLists of(ReviewData data) throws IOException {
    return new DepartmentLists(data, Answers.of(data));
  }

  DepartmentLists(ReviewData data, Answers answers) throws IOException {
    this.data = data;
    this.answers = answers;
    this.forms = data.table(WorkspaceTable.FORMS).byKey();
    this.findings = data.table(WorkspaceTable.FINDINGS).byKey();
    this.audits = data.table(WorkspaceTable.SCORE_AUDIT).byKey();
    data.table(WorkspaceTable.DEPARTMENT_STATISTICS)
        .forEach(
            (row, internal) ->
                names.putIfAbsent(
                    row.getAs("dossier"),
                    new Name(
                        text(row.getAs("supervisingDepartment"), NAMELESS), row.getAs("year"))));
    unread();
  }

  private static String text(@Nullable String printed, String otherwise) {
    return printed == null || printed.isBlank() ? otherwise : printed.strip();
  }

  /** What no form could be read of, by whose it is. */
  private void unread() throws IOException {
    List<Quarantined> waiting = new ArrayList<>();
    data.table(WorkspaceTable.QUARANTINE)
        .forEach(
            (row, internal) -> {
              Quarantined entry = data.dismissals().on(QuarantineCodec.fromRow(row));
              if (entry.isWaiting()) {
                waiting.add(entry);
              }
            });
    if (waiting.isEmpty()) {
      return;
    }
    Submitters submitters = Submitters.of(data);
    for (Quarantined entry : waiting) {
      String owner = OWN_MATTERS.contains(entry.reason()) ? null : submitters.of(entry.file());
      unread
          .computeIfAbsent(owner == null ? NOBODY : owner, key -> new ArrayList<>())
          .add(item(entry));
    }
  }

  private Item item(Quarantined entry) {
    String reason = entry.reason().name().toLowerCase(Locale.ROOT);
    String place = entry.place() == null ? "" : Places.of(entry.place());
    String key = FormKey.of("quarantine", entry.file(), entry.reason().name(), place);
    boolean isNoForm = entry.reason() == Reason.NO_FORM_FOUND;
    String remedy =
        switch (entry.reason()) {
          case ENCRYPTED -> "请去掉密码后重新报送。";
          case NO_FORM_FOUND -> "如果这不是自评表，请在反馈中说明；如果是，请按规定的表样重新报送。";
          case AMBIGUOUS, UNRECOGNISED, TRUNCATED -> "请按规定的表样填写完整后重新报送。";
          default -> "请重新报送能够打开、内容完整的电子原件（Excel、Word 或文字版 PDF）。";
        };
    String detail = entry.detail().isEmpty() ? "" : "（" + entry.detail() + "）";
    return new Item(
        key,
        "",
        Item.Kind.UNREADABLE,
        isNoForm ? Severity.DOUBT : Severity.ERROR,
        entry.reason().name(),
        "文件无法读取",
        Item.fileName(entry.file()),
        "",
        "",
        entry.place(),
        entry.excerpt(),
        "",
        null,
        data.chinese().texts().text("quarantine." + reason) + detail + "：" + entry.file(),
        "",
        remedy,
        answers.of(key).answer());
  }

  /** What is no department's, as far as can be told. */
  List<Item> nobodys() {
    return unread.getOrDefault(NOBODY, List.of());
  }

  /** Hands on all departments' lists, by year and name. */
  public void forEach(Taker taker) throws IOException {
    Set<String> dossiers = new TreeSet<>(forms.keySet());
    dossiers.addAll(findings.keySet());
    List<String> known = new ArrayList<>(dossiers);
    for (String dossier : known) {
      if (!names.containsKey(dossier)) {
        names.put(dossier, nameOf(dossier));
      }
    }
    known.sort(
        Comparator.comparing((String dossier) -> -year(dossier))
            .thenComparing(dossier -> name(dossier).department)
            .thenComparing(Comparator.naturalOrder()));
    for (String dossier : known) {
      taker.take(list(dossier));
    }
  }

  private Name name(String dossier) {
    return names.getOrDefault(dossier, new Name(NAMELESS, null));
  }

  private int year(String dossier) {
    Integer year = name(dossier).year;
    return year == null ? 0 : year;
  }

  /** Of a department that has sent no form, the bureau's list has the name. */
  private Name nameOf(String dossier) {
    Name[] found = {new Name(NAMELESS, null)};
    StoredRows rows = findings.get(dossier);
    if (rows != null) {
      rows.forEach(
          List.of("arguments"),
          row -> {
            Map<String, String> arguments = row.getJavaMap(row.fieldIndex("arguments"));
            String department = arguments.get("department");
            if (department != null && found[0].year == null) {
              found[0] = new Name(department, number(arguments.get("year")));
            }
          });
    }
    return found[0];
  }

  private static @Nullable Integer number(@Nullable String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private DepartmentList list(String dossier) throws IOException {
    Map<String, FormLine> lines = forms(dossier);
    Map<String, Integer> places = new HashMap<>();
    lines.keySet().forEach(form -> places.put(form, places.size()));
    List<Item> items = new ArrayList<>(unread.getOrDefault(dossier, List.of()));
    List<Item> notes = new ArrayList<>();
    Map<String, Integer> keys = new HashMap<>();
    StoredRows rows = findings.get(dossier);
    if (rows != null) {
      rows.forEach(
          (row, internal) -> {
            Finding finding = FindingCodec.fromRow(row);
            if (finding.stands()) {
              int number = keys.merge(finding.fingerprint(), 1, Integer::sum);
              String key = finding.fingerprint() + (number == 1 ? "" : "#" + number);
              Item item = item(key, row.getAs("projectName"), finding, lines);
              (item.severity() == Severity.NOTE ? notes : items).add(item);
            }
          });
    }
    Comparator<Item> order =
        Comparator.comparing((Item item) -> item.formId().isEmpty() ? 0 : 1)
            .thenComparing(item -> places.getOrDefault(item.formId(), -1))
            .thenComparing(Item::severity);
    items.sort(order);
    notes.sort(order);
    Name name = name(dossier);
    return new DepartmentList(
        dossier, name.department, name.year, List.copyOf(lines.values()), items, notes);
  }

  private Item item(
      String key, @Nullable String project, Finding finding, Map<String, FormLine> lines) {
    FormLine form = lines.get(finding.formId());
    Map<String, String> arguments = finding.arguments();
    ChineseWords words = data.chinese();
    ChineseWords.Advice advice = words.advice(finding.ruleId());
    boolean missing = finding.formId().isEmpty();
    return new Item(
        key,
        finding.formId(),
        missing ? Item.Kind.MISSING_FORM : Item.Kind.FINDING,
        finding.severity(),
        finding.ruleId(),
        words.title(finding),
        text(project, arguments.getOrDefault("project", "")),
        form == null ? arguments.getOrDefault("agency", "") : form.agency(),
        missing ? "" : cellName(finding),
        finding.cell(),
        orEmpty(finding.reported()),
        orEmpty(finding.expected()),
        finding.difference(),
        words.message(finding),
        advice.basis(),
        advice.remedy(),
        answers.of(key).answer());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** As the form prints it, at least its column; what is no single cell is the form. */
  private String cellName(Finding finding) {
    String place = finding.arguments().get("place");
    FormPath path = FormPath.find(finding.subject());
    if (path == null || !path.isField()) {
      return "整张表";
    }
    return place == null ? data.chinese().cells().apply(finding.subject()) : place;
  }

  private Map<String, FormLine> forms(String dossier) {
    Map<String, Row> audited = new HashMap<>();
    StoredRows auditRows = audits.get(dossier);
    if (auditRows != null) {
      auditRows.forEach(OF_AUDITS, row -> audited.put(row.getAs("formId"), row));
    }
    Map<String, FormLine> lines = new LinkedHashMap<>();
    StoredRows rows = forms.get(dossier);
    if (rows != null) {
      rows.forEach(
          OF_FORMS,
          row -> {
            String id = row.getAs("formId");
            lines.put(id, line(row, audited.get(id)));
          });
    }
    return lines;
  }

  private static FormLine line(Row row, @Nullable Row audit) {
    Row sum = row.<Row>getList(row.fieldIndex("funding")).get(0);
    String kind = row.getAs(Schemas.FORM_KIND);
    return new FormLine(
        row.getAs("formId"),
        text(printed(row, "projectName"), "未填项目名称"),
        text(printed(row, "implementingAgency"), ""),
        kind == null ? "project" : kind,
        row.getAs("file"),
        Places.of(VersionCodec.origin(row)),
        value(sum.getAs("originalBudget")),
        value(sum.getAs("finalBudget")),
        value(sum.getAs("actualExpenditure")),
        value(row.<Row>getAs("total").getAs("score")),
        audit == null ? "" : text(audit.getAs("grade"), ""),
        audit == null ? null : Decimals.plain(audit.getAs("low")),
        audit == null ? null : Decimals.plain(audit.getAs("high")),
        audit == null ? null : Decimals.plain(audit.getAs("overClaimed")),
        audit == null ? "" : text(audit.getAs("arithmetic"), ""));
  }

  private static @Nullable String printed(Row row, String column) {
    return row.<Row>getAs(column).getAs("printed");
  }

  private static @Nullable BigDecimal value(Row number) {
    return Decimals.plain(number.getAs("value"));
  }
}
