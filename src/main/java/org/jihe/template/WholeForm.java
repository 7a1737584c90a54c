package org.jihe.template;

import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormKind;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Guess.Reason;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.CellNote;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a form once it is read: what no reader of a part can see is suspected here, and becomes
 * a guess that names the cell. Points that do not add are a rule's affair.
 */
final class WholeForm {

  private static final double PER_GUESS = 0.05;

  /** Subject of what is in doubt everywhere. */
  private static final String WHOLE = "form";

  /** Where so many texts hold letters of another script, the characters are not what is printed. */
  private static final int MANY = 3;

  /** Shorter labels are words as well. */
  private static final int SHORTEST_LABEL = 4;

  /** What no amount is written like. */
  private static final Pattern WORDS = Pattern.compile(".*[\\u4e00-\\u9fa5]{3}.*");

  private static final Pattern TWO_NUMBERS = Pattern.compile(".*\\d[%\"]*\\s*[\\s\",]\\s*\"?\\d.*");

  private final SelfEvaluation form;
  private final Lexicon lexicon;
  private final List<Guess> guesses = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private int foreign;

  /** Amounts of money in whose place words stand. */
  private int worded;

  private WholeForm(SelfEvaluation form, Lexicon lexicon) {
    this.form = form;
    this.lexicon = lexicon;
    form.recovery().guesses().forEach(guess -> told.add(guess.subject()));
  }

  /**
   * The form with what is suspected of it; itself where nothing is.
   *
   * @param lexicon every label that is known
   */
  static SelfEvaluation doubted(SelfEvaluation form, Lexicon lexicon) {
    WholeForm whole = new WholeForm(form, lexicon);
    whole.look();
    if (whole.guesses.isEmpty()) {
      return form;
    }
    Recovery recovery = form.recovery();
    List<Guess> all = new ArrayList<>(recovery.guesses());
    all.addAll(whole.guesses);
    double confidence = recovery.confidence() - PER_GUESS * whole.guesses.size();
    return form.with(new Recovery(recovery.template(), Math.max(0, confidence), all));
  }

  private void look() {
    missingParts();
    for (Map.Entry<FormPath, Field<?>> each : FormFields.of(form).entrySet()) {
      String printed = each.getValue().printed();
      if (printed != null && each.getKey().column() != null) {
        look(each.getKey(), each.getValue(), printed);
      }
    }
    if (worded >= 2) {
      add(WHOLE, Reason.COLUMN_UNCERTAIN, "");
    }
    if (foreign >= MANY) {
      add(WHOLE, Reason.FOREIGN_LETTERS, "");
    }
    for (int i = 0; i < form.indicators().size(); i++) {
      labels(i);
    }
    for (Extra extra : form.extras()) {
      leftLabel(extra);
    }
    for (Reading.Note note : form.notes()) {
      noted(note);
    }
  }

  /** What a form must have, whoever has drawn it. */
  private void missingParts() {
    if (form.kind() == FormKind.PROJECT) {
      blank(FormPath.head(FormFields.PROJECT_NAME), form.projectName());
      boolean printed = form.origin().page() > 0; // where the end of a page may hide a row
      if (form.implementingAgency().isBlank() || printed) {
        blank(FormPath.head(FormFields.SUPERVISING_DEPARTMENT), form.supervisingDepartment());
      }
    }
    for (int i = 0; i < form.indicators().size(); i++) {
      Indicator indicator = form.indicators().get(i);
      if (indicator.name().printed() == null) {
        add(FormPath.indicator(i, FormFields.NAME).toString(), Reason.NAME_BLANK, "");
      }
    }
    missingFunding();
    missingColumn(FormPath.indicator(FormPath.EVERY, FormFields.TARGET), FormFields.TARGET);
    missingColumn(FormPath.indicator(FormPath.EVERY, FormFields.ACTUAL), FormFields.ACTUAL);
    missingColumn(FormPath.indicator(FormPath.EVERY, FormFields.SCORE), FormFields.SCORE);
    missingColumn(FormPath.indicator(FormPath.EVERY, FormFields.MAX_SCORE), FormFields.MAX_SCORE);
  }

  /** A column of the funding table without a place is not in the form. */
  private void missingFunding() {
    for (FormColumn<FundingRow, BigDecimal> column : FormFields.FUNDING) {
      Field<BigDecimal> field = column.of(form.funding().total());
      boolean needed =
          column.equals(FormFields.FINAL_BUDGET)
              || column.equals(FormFields.ACTUAL_EXPENDITURE)
              || column.equals(FormFields.FUNDING_SCORE);
      if (needed && field.printed() == null && field.position() == null) {
        add(FormPath.funding(FundingKind.TOTAL, column).toString(), Reason.PART_MISSING, "");
      }
    }
  }

  private void blank(FormPath path, Field<?> field) {
    if (field.isBlank()) {
      add(path.toString(), Reason.NAME_BLANK, "");
    }
  }

  /** A column without a place in any row is not in the form. */
  private void missingColumn(FormPath path, FormColumn<Indicator, ?> column) {
    boolean none =
        !form.indicators().isEmpty()
            && form.indicators().stream()
                .map(column::of)
                .allMatch(field -> field.printed() == null && field.position() == null);
    if (none) {
      add(path.toString(), Reason.PART_MISSING, "");
    }
  }

  private void look(FormPath path, Field<?> field, String printed) {
    String key = Labels.key(printed);
    FormColumn<?, ?> of = path.column();
    String column = of == null ? "" : of.name();
    boolean label = column.equals("category") || column.equals("aspect") || column.equals("title");
    if (label
        && !column.equals("title")
        && isBesideBreak(path.row())
        && usesWholeLabels(column)
        && lexicon.isTornLabel(key, column)) {
      add(path.toString(), Reason.LABEL_UNCERTAIN, printed);
    } else if (!label && isLabel(key)) {
      add(path.toString(), Reason.VALUE_IS_LABEL, printed);
    } else if (isName(column) && holdsLabel(key)) {
      add(path.toString(), Reason.LABEL_IN_TEXT, printed);
    } else if (isNumber(column)
        && field.value() == null
        && TWO_NUMBERS.matcher(printed).matches()) {
      add(path.toString(), Reason.SEPARATION_UNCERTAIN, printed);
    }
    boolean amount = path.block() == FormBlock.FUNDING && field.value() == null;
    worded += amount && WORDS.matcher(printed).matches() ? 1 : 0;
    if (hasForeignLetters(printed)) {
      foreign++;
      add(path.toString(), Reason.FOREIGN_LETTERS, printed);
    }
  }

  /**
   * The labels of an indicator beside the end of a page: one that is not there, or a category on
   * another page than an aspect that is of another one.
   */
  private void labels(int row) {
    Indicator indicator = form.indicators().get(row);
    Field<String> category = indicator.category();
    Field<String> aspect = indicator.aspect();
    if (aspect.isBlank()
        && isBesideBreak(row)
        && !form.indicators().stream().allMatch(i -> i.aspect().isBlank())) {
      add(FormPath.indicator(row, FormFields.ASPECT).toString(), Reason.LABEL_UNCERTAIN, "");
    }
    String named = aspect.printed() == null ? null : lexicon.aspect(aspect.printed());
    String of = lexicon.categoryOf(named);
    String there = category.printed() == null ? null : lexicon.category(category.printed());
    boolean parted =
        category.position() != null
            && aspect.position() != null
            && category.position().page() != aspect.position().page();
    if (parted && of != null && there != null && !of.equals(there) && !there.contains("成本")) {
      add(
          FormPath.indicator(row, FormFields.CATEGORY).toString(),
          Reason.LABEL_UNCERTAIN,
          String.valueOf(category.printed()));
    }
  }

  /** True where a page's labels are those that declarations know, not short ones of its own. */
  private boolean usesWholeLabels(String column) {
    for (Indicator each : form.indicators()) {
      Field<String> label = column.equals("category") ? each.category() : each.aspect();
      String printed = label.printed();
      if (printed != null
          && (lexicon.category(printed) != null || lexicon.aspect(printed) != null)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBesideBreak(int row) {
    int page = page(row);
    boolean first = row > 0 && page(row - 1) != page;
    boolean last = row + 1 < form.indicators().size() && page(row + 1) != page;
    Position total = form.total().score().position();
    boolean end = row + 1 == form.indicators().size() && total != null && total.page() != page;
    return page > 0 && (first || last || end);
  }

  private int page(int row) {
    Position place = form.indicators().get(row).name().position();
    return place == null ? 0 : place.page();
  }

  private static boolean isNumber(String column) {
    return switch (column) {
      case "maxScore",
          "score",
          "originalBudget",
          "finalBudget",
          "actualExpenditure",
          "executionRate" ->
          true;
      default -> false;
    };
  }

  private static boolean isName(String column) {
    return switch (column) {
      case "name", "projectName", "supervisingDepartment", "implementingAgency" -> true;
      default -> false;
    };
  }

  private boolean isLabel(String key) {
    return lexicon.isLabel(key) && key.length() >= SHORTEST_LABEL - 1;
  }

  private boolean holdsLabel(String key) {
    for (String label : lexicon.wholeLabels()) {
      if (label.length() >= SHORTEST_LABEL
          && key.length() > label.length()
          && key.contains(label)) {
        return true;
      }
    }
    return false;
  }

  /** A column's label that was left over stands for a column that was not read. */
  private void leftLabel(Extra extra) {
    String printed = extra.value().printed();
    String key = printed == null ? "" : Labels.key(printed);
    String column = lexicon.indicatorColumnOf(key);
    if (column == null || !extra.subject().equals(Extra.CLOSING)) {
      return;
    }
    for (FormColumn<Indicator, ?> each : FormFields.INDICATOR) {
      if (each.name().equals(column)) {
        add(
            FormPath.indicator(FormPath.EVERY, each).toString(),
            Reason.COLUMN_UNRECOGNISED,
            String.valueOf(printed));
      }
    }
  }

  private void noted(Reading.Note note) {
    if (note.kind() == CellNote.Kind.PICTURE_LEFT_OUT) {
      add(note.subject(), Reason.PICTURE_IN_CELL, "");
    } else if (note.kind() == CellNote.Kind.HIDDEN_CELL) {
      FormPath path = FormPath.find(note.subject());
      String subject =
          path == null || path.row() < 0
              ? note.subject()
              : FormPath.indicator(path.row()).toString();
      add(subject, Reason.HIDDEN_IN_SOURCE, "");
    }
  }

  /** Letters of a script that neither Chinese nor units are written in, in a text with Chinese. */
  private static boolean hasForeignLetters(String text) {
    boolean chinese = false;
    boolean foreign = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u4e00' && c <= '\u9fa5') {
        chinese = true;
      } else if (c > '\u00bf' && c < '\u2000') {
        foreign |= isForeign(c);
      } else if (c == '\ufffd' || Character.getType(c) == Character.PRIVATE_USE) {
        foreign = true;
      } else if (c >= '\u3041' && c <= '\u30fa') {
        foreign = true;
      } else if (c >= '\uac00' && c <= '\ud7a3') {
        foreign = true;
      }
    }
    return chinese && foreign;
  }

  private static boolean isForeign(char c) {
    UnicodeScript script = UnicodeScript.of(c);
    return Character.isLetter(c) && script != UnicodeScript.GREEK && script != UnicodeScript.COMMON;
  }

  private void add(@Nullable String subject, Reason reason, String printed) {
    if (subject != null && told.add(subject)) {
      guesses.add(new Guess(subject, reason, printed, ""));
    }
  }
}
