package org.jihe.publish.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.layout.LayoutCodec;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Decimals;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;

/** One form as the page draws it: what is printed, what was found, how it was read. */
final class FormNode {

  private FormNode() {}

  /**
   * The form's data.
   *
   * @param layout the rows of its source as printed; null where there are none
   */
  static ObjectNode of(
      AcceptedForm accepted,
      List<Finding> findings,
      @Nullable ScoreAudit audit,
      byte @Nullable [] layout) {
    SelfEvaluation form = accepted.form();
    ObjectNode node = ScriptFile.JSON.createObjectNode();
    node.put("id", accepted.formId());
    node.put("place", Places.of(form.origin()));
    node.put("file", form.origin().file());
    node.put("page", form.origin().page());
    node.put("template", form.recovery().template());
    node.put("confidence", form.recovery().confidence());
    ObjectNode fields = node.putObject("fields");
    ObjectNode places = node.putObject("places");
    for (Map.Entry<FormPath, Field<?>> entry : FormFields.of(form).entrySet()) {
      String printed = entry.getValue().printed();
      if (printed != null) {
        fields.put(entry.getKey().toString(), printed);
      }
      Position position = entry.getValue().position();
      if (position != null) {
        places.put(entry.getKey().toString(), key(position));
      }
    }
    node.put("indicators", form.indicators().size());
    ArrayNode extras = node.putArray("extras");
    form.extras()
        .forEach(
            extra ->
                extras
                    .addObject()
                    .put("label", extra.label())
                    .put("subject", extra.subject())
                    .put("value", extra.value().printed()));
    ArrayNode guesses = node.putArray("guesses");
    for (Guess guess : form.recovery().guesses()) {
      guesses
          .addObject()
          .put("subject", guess.subject())
          .put("reason", guess.reason().name())
          .put("chosen", guess.chosen())
          .put("alternative", guess.alternative());
    }
    ArrayNode notes = node.putArray("notes");
    for (Reading.Note note : form.notes()) {
      notes
          .addObject()
          .put("subject", note.subject())
          .put("kind", note.kind().name())
          .put("before", note.before());
    }
    ArrayNode found = node.putArray("findings");
    findings.forEach(one -> put(found.addObject(), one));
    if (audit != null) {
      put(node.putObject("audit"), audit);
    }
    if (layout != null) {
      put(node.putArray("layout"), LayoutCodec.read(layout, form.origin().file()));
    }
    return node;
  }

  /** Pictures of the pages that the form stands on, where any are taken. */
  static void pictures(ObjectNode node, SelfEvaluation form, SourcePages pages) throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    numbers.add(form.origin().page());
    for (Field<?> field : FormFields.of(form).values()) {
      Position position = field.position();
      if (position != null) {
        numbers.add(position.page());
      }
    }
    ArrayNode pictures = ScriptFile.JSON.createArrayNode();
    for (PagePicture one : pages.of(form.origin().file(), numbers)) {
      pictures
          .addObject()
          .put("page", one.page())
          .put("file", one.file())
          .put("width", one.width())
          .put("height", one.height());
    }
    if (!pictures.isEmpty()) {
      node.set("pictures", pictures);
    }
  }

  /** A finding: its message is filled in by the page, in the reader's language. */
  static void put(ObjectNode node, Finding finding) {
    node.put("rule", finding.ruleId());
    node.put("severity", finding.severity().name());
    node.put("subject", finding.subject());
    node.put("reported", finding.reported());
    node.put("expected", finding.expected());
    ObjectNode arguments = node.putObject("args");
    finding.arguments().forEach(arguments::put);
    Position cell = finding.cell();
    if (cell != null) {
      node.put("place", Places.of(cell));
      node.put("cell", key(cell));
      Box box = cell.box();
      if (box != null) {
        node.put("page", cell.page());
        node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
      }
    }
    node.put("fingerprint", finding.fingerprint());
    if (finding.waived() != null) {
      node.put("waived", finding.waived());
    }
    if (finding.related().size() > 1) {
      ArrayNode related = node.putArray("related");
      finding.related().forEach(related::add);
    }
  }

  private static void put(ObjectNode node, ScoreAudit audit) {
    node.put("jurisdiction", audit.jurisdiction());
    node.put("grade", audit.grade());
    put(node.putObject("total"), audit.total());
    ArrayNode lines = node.putArray("lines");
    audit.lines().forEach(line -> put(lines.addObject(), line));
  }

  private static void put(ObjectNode node, ScoreAudit.Line line) {
    node.put("name", line.name());
    node.put("subject", line.subject());
    node.put("basis", line.basis().name());
    node.put("max", number(line.maxScore()));
    node.put("claimed", number(line.claimed()));
    node.put("low", number(line.low()));
    node.put("high", number(line.high()));
    node.put("over", number(line.overClaimed()));
    node.put("arithmetic", line.arithmetic());
  }

  private static @Nullable String number(@Nullable BigDecimal number) {
    BigDecimal plain = Decimals.plain(number);
    return plain == null ? null : plain.toPlainString();
  }

  private static void put(ArrayNode node, List<Grid> grids) {
    for (Grid grid : grids) {
      ObjectNode one = node.addObject();
      one.put("columns", grid.columns().name());
      ArrayNode rows = one.putArray("rows");
      for (List<Cell> cells : grid.rows()) {
        ArrayNode row = rows.addArray();
        for (Cell cell : cells) {
          ObjectNode printed = row.addObject();
          printed.put("t", cell.text());
          printed.put("k", key(cell.position()));
          printed.put("c", cell.position().column());
          if (cell.rowSpan() != 1) {
            printed.put("r", cell.rowSpan());
          }
          if (cell.columnSpan() != 1) {
            printed.put("s", cell.columnSpan());
          }
        }
      }
    }
  }

  /** A cell's place within its file. */
  private static String key(Position position) {
    String sheet = position.sheet();
    return position.page()
        + ":"
        + (sheet == null ? "" : sheet)
        + ":"
        + position.row()
        + ":"
        + position.column();
  }
}
