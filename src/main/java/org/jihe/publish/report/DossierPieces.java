package org.jihe.publish.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.Severity;
import org.jihe.form.Field;
import org.jihe.form.FormKind;
import org.jihe.form.FundingRow;
import org.jihe.form.SelfEvaluation;
import org.jihe.table.AcceptedForm;
import org.jspecify.annotations.Nullable;

/**
 * The files of one department and year: its forms in pieces, so that no page loads more than it
 * shows, and a list of them. No more than a piece's forms are kept at a time.
 */
final class DossierPieces {

  /** Forms a file. */
  static final int A_PIECE = 50;

  private final Path folder;
  private final String dossier;
  private final Map<String, List<Finding>> findings;
  private final FormHistory history;
  private final List<Finding> together = new ArrayList<>();
  private final ArrayNode lines = ScriptFile.JSON.createArrayNode();
  private final Map<String, Integer> rules = new TreeMap<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private ArrayNode piece = ScriptFile.JSON.createArrayNode();
  private int pieces;
  private @Nullable ObjectNode changes;

  /**
   * @param findings those of the dossier by form; those on no form under the empty name
   */
  DossierPieces(Path folder, String dossier, List<Finding> findings, FormHistory history) {
    this.history = history;
    this.folder = folder;
    this.dossier = dossier;
    this.findings = new HashMap<>();
    for (Finding one : findings) {
      if (one.stands()) {
        counts.merge(one.severity(), 1, Integer::sum);
        rules.merge(one.ruleId(), 1, Integer::sum);
      }
      if (one.formId().isEmpty() || one.related().size() > 1) {
        together.add(one);
      }
      if (one.related().size() > 1) {
        one.related().forEach(form -> of(form).add(one));
      } else {
        of(one.formId()).add(one);
      }
    }
  }

  private List<Finding> of(String form) {
    return findings.computeIfAbsent(form, id -> new ArrayList<>());
  }

  /** Adds a form. */
  void add(
      AcceptedForm accepted,
      @Nullable ScoreAudit audit,
      byte @Nullable [] layout,
      @Nullable BigDecimal priority,
      SourcePages pages)
      throws IOException {
    List<Finding> own = findings.getOrDefault(accepted.formId(), List.of());
    ObjectNode node = FormNode.of(accepted, own, audit, layout);
    FormNode.pictures(node, accepted.form(), pages);
    history.put(node, accepted.formId(), accepted.form());
    piece.add(node);
    lines.add(line(accepted, audit, own).add(plain(priority)));
    if (piece.size() == A_PIECE) {
      flush();
    }
  }

  /** The form in a list: the page knows the columns by their places. */
  private ArrayNode line(AcceptedForm accepted, @Nullable ScoreAudit audit, List<Finding> own) {
    SelfEvaluation form = accepted.form();
    FundingRow sum = form.funding().total();
    Map<Severity, Integer> found = new EnumMap<>(Severity.class);
    int waived = 0;
    for (Finding one : own) {
      if (one.stands()) {
        found.merge(one.severity(), 1, Integer::sum);
      } else {
        waived++;
      }
    }
    ArrayNode line = ScriptFile.JSON.createArrayNode();
    line.add(accepted.formId());
    line.add(pieces);
    line.add(form.projectName().printed());
    line.add(form.implementingAgency().printed());
    number(line, sum.originalBudget());
    number(line, sum.finalBudget());
    number(line, sum.actualExpenditure());
    number(line, form.total().score());
    line.add(audit == null ? null : plain(audit.total().low()));
    line.add(audit == null ? null : plain(audit.total().high()));
    line.add(audit == null ? null : plain(audit.total().overClaimed()));
    for (Severity severity : Severity.values()) {
      line.add(found.getOrDefault(severity, 0));
    }
    line.add(form.recovery().guesses().size());
    line.add(audit == null ? null : audit.grade());
    line.add(form.kind() == FormKind.PROJECT ? null : form.kind().key());
    line.add(waived);
    return line;
  }

  private static void number(ArrayNode line, Field<BigDecimal> field) {
    BigDecimal value = field.value();
    if (value == null) {
      line.addNull();
    } else {
      line.add(plain(value));
    }
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private void flush() throws IOException {
    if (!piece.isEmpty()) {
      String name = "forms/" + dossier + "-" + pieces;
      ScriptFile.write(folder.resolve("data/" + name + ".js"), name, piece);
      piece = ScriptFile.JSON.createArrayNode();
      pieces++;
    }
  }

  /** Takes what became of the department's findings since an earlier run. */
  void changed(ObjectNode changes) {
    this.changes = changes;
  }

  /** Writes what is left, and the list. */
  void finish() throws IOException {
    flush();
    ObjectNode list = ScriptFile.JSON.createObjectNode();
    list.set("forms", lines);
    ArrayNode shared = list.putArray("together");
    together.forEach(one -> FormNode.put(shared.addObject().put("form", one.formId()), one));
    ObjectNode byRule = list.putObject("rules");
    rules.forEach(byRule::put);
    if (changes != null) {
      list.set("changes", changes);
    }
    String name = "departments/" + dossier;
    ScriptFile.write(folder.resolve("data/" + name + ".js"), name, list);
  }

  /** How many findings stand by rule. */
  Map<String, Integer> rules() {
    return rules;
  }

  /** The department's figures. */
  ObjectNode figures(DossierNames names) {
    DossierName name = names.all().getOrDefault(dossier, DossierName.UNKNOWN);
    return new DossierFigures(lines).node(dossier, name, names.statistics(dossier), counts);
  }
}
