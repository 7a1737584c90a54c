package org.jihe.transcript;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FieldSource;
import org.jihe.form.FormBlock;
import org.jihe.form.FormBuilder;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormKind;
import org.jihe.form.FormPath;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.form.ValueType;
import org.jihe.layout.CellNote;
import org.jihe.layout.Position;
import org.jihe.transcript.JsonTree.Value;
import org.jspecify.annotations.Nullable;

/**
 * The form that a transcript describes. Every value is read from what is printed; what is not as
 * the schema demands is told as a problem and left blank.
 */
final class TranscriptForm {

  /** Of a published form; says nothing of what it prints. */
  static final String FORM_ID = "formId";

  /** Of a published form: what people have said of its readings. */
  static final String CONFIRMED = "confirmed";

  static final String FORM = "form";
  static final String SOURCE = "source";
  static final String TEMPLATE = "template";
  static final String NOTES = "notes";
  static final String FORM_KIND = "formKind";
  static final String KIND = "kind";
  static final String BEFORE = "before";
  static final String EXTRAS = "extras";
  static final String SUBJECT = "subject";
  static final String LABEL = "label";
  static final String VALUE = "value";
  static final String CONFIDENCE = "confidence";
  static final String GUESSES = "guesses";
  static final String PATH = "path";
  static final String REASON = "reason";
  static final String CHOSEN = "chosen";
  static final String ALTERNATIVE = "alternative";

  /** Names that other versions of the schema may have; this is the first, which needs none. */
  private static final String VERSION = "version";

  private static final String FIRST = "1";
  private static final String SCHEMA = "$schema";
  static final String SCHEMA_ID = "urn:jihe:schema:transcript";

  /** What a transcript that names no template was read by. */
  private static final String NO_TEMPLATE = "transcript";

  /** Confidence that is lost where points do not add up, as in any reading. */
  private static final Set<String> KNOWN = known();

  /**
   * What is not as the schema demands.
   *
   * @param path of the member
   * @param what is wrong with it
   * @param at where it stands, or what it is missing in
   */
  record Problem(String path, String what, Value at) {
    @Override
    public String toString() {
      return path + ": " + what + " (" + at.line() + ":" + at.column() + ")";
    }
  }

  private final String file;
  private final Value root;
  private final @Nullable String unit;
  private final List<Problem> problems = new ArrayList<>();

  TranscriptForm(String file, Value root) {
    this.file = file;
    this.root = root;
    Value printed = root.member(FormFields.CURRENCY_UNIT.name());
    unit = printed == null ? null : normal(printed.text());
  }

  private static Set<String> known() {
    Set<String> known =
        new HashSet<>(
            Set.of(
                FORM_ID,
                CONFIRMED,
                FORM,
                SOURCE,
                TEMPLATE,
                NOTES,
                FORM_KIND,
                EXTRAS,
                CONFIDENCE,
                GUESSES,
                VERSION,
                SCHEMA));
    FormFields.HEAD.forEach(column -> known.add(column.name()));
    for (FormBlock block :
        List.of(FormBlock.FUNDING, FormBlock.OBJECTIVE, FormBlock.INDICATORS, FormBlock.TOTAL)) {
      known.add(block.key());
    }
    return Set.copyOf(known);
  }

  /** What was wrong with what has been read so far. */
  List<Problem> problems() {
    return problems;
  }

  /** The form that was transcribed, at its number in its source. */
  SelfEvaluation transcribed() {
    Value number = root.member(FORM);
    int ordinal = 1;
    if (number != null) {
      try {
        ordinal = Integer.parseInt(String.valueOf(number.text()));
      } catch (NumberFormatException e) {
        problem(FORM, "integer", number);
      }
    }
    return builder().ordinal(ordinal).build();
  }

  /**
   * The form that the transcript submits: it has what a transcript must have, also what stands
   * under names that the schema does not know.
   *
   * @param ordinal place among the transcripts of its file
   */
  SelfEvaluation submitted(int ordinal) {
    version();
    required();
    SelfEvaluation form = builder().ordinal(ordinal).build();
    List<Extra> extras = new ArrayList<>(form.extras());
    others(extras);
    return form.toBuilder().extras(extras).build();
  }

  private FormBuilder builder() {
    Value funding = object(root, FormBlock.FUNDING.key(), "");
    Value objective = object(root, FormBlock.OBJECTIVE.key(), "");
    Value total = object(root, FormBlock.TOTAL.key(), "");
    return new FormBuilder(origin())
        .head(new Fields(root, ""))
        .funding(Funding.of(kind -> fundingRow(funding, kind)))
        .annualObjective(AnnualObjective.of(new Fields(objective, FormBlock.OBJECTIVE.key() + ".")))
        .indicators(indicators())
        .total(TotalScore.of(new Fields(total, FormBlock.TOTAL.key() + ".")))
        .extras(extras())
        .recovery(recovery())
        .kind(kind())
        .notes(notes());
  }

  private Position origin() {
    Position place = place(root);
    return place == null ? Position.inText(file, 1, 1) : place;
  }

  private FundingRow fundingRow(@Nullable Value funding, FundingKind kind) {
    Value row = funding == null ? null : object(funding, kind.key(), FormBlock.FUNDING.key() + ".");
    return FundingRow.of(
        kind, new Fields(row == null ? funding : row, FormPath.funding(kind) + ".", row == null));
  }

  private List<Indicator> indicators() {
    List<Indicator> indicators = new ArrayList<>();
    Value rows = root.member(FormBlock.INDICATORS.key());
    if (rows != null && rows.items() == null) {
      problem(FormBlock.INDICATORS.key(), "array", rows);
    }
    if (rows != null && rows.items() != null) {
      for (Value row : rows.items()) {
        String path = FormPath.indicator(indicators.size()).toString();
        if (row.members() == null) {
          problem(path, "object", row);
        }
        indicators.add(Indicator.of(new Fields(row, path + ".")));
      }
    }
    return indicators;
  }

  private List<Extra> extras() {
    List<Extra> extras = new ArrayList<>();
    List<Value> items = items(EXTRAS);
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      String path = EXTRAS + "[" + i + "].";
      String subject = text(item, SUBJECT, path);
      if (subject.isEmpty()) {
        missing(path + SUBJECT, item);
      }
      if (item.member(VALUE) == null) {
        missing(path + VALUE, item);
      }
      extras.add(
          new Extra(
              subject, text(item, LABEL, path), field(item, VALUE, path + VALUE, ValueType.TEXT)));
    }
    return extras;
  }

  private Recovery recovery() {
    double confidence = 1;
    Value told = root.member(CONFIDENCE);
    if (told != null) {
      try {
        confidence = new BigDecimal(String.valueOf(told.text())).doubleValue();
      } catch (NumberFormatException e) {
        confidence = -1;
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        problem(CONFIDENCE, "0 … 1", told);
      }
    }
    List<Guess> guesses = new ArrayList<>();
    List<Value> items = items(GUESSES);
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      String path = GUESSES + "[" + i + "].";
      Guess.Reason reason = reason(text(item, REASON, path));
      String subject = text(item, PATH, path);
      if (subject.isEmpty()) {
        missing(path + PATH, item);
      } else if (reason == null) {
        Value wrong = item.member(REASON);
        problem(path + REASON, "unknown", wrong == null ? item : wrong);
      } else {
        guesses.add(
            new Guess(subject, reason, text(item, CHOSEN, path), text(item, ALTERNATIVE, path)));
      }
    }
    String template = text(root, TEMPLATE, "");
    return new Recovery(template.isEmpty() ? NO_TEMPLATE : template, confidence, guesses);
  }

  private FormKind kind() {
    Value told = root.member(FORM_KIND);
    FormKind kind = told == null ? FormKind.PROJECT : FormKind.named(told.text());
    if (kind == null && told != null) {
      problem(FORM_KIND, "unknown", told);
    }
    return kind == null ? FormKind.PROJECT : kind;
  }

  /** What was done to the cells; notes in any other form are a person's own. */
  private List<Reading.Note> notes() {
    List<Reading.Note> notes = new ArrayList<>();
    Value told = root.member(NOTES);
    if (told != null && told.items() != null) {
      for (Value item : told.items()) {
        CellNote.Kind kind = noteKind(item.members() == null ? "" : text(item, KIND, NOTES));
        if (kind != null) {
          notes.add(new Reading.Note(text(item, PATH, NOTES), kind, text(item, BEFORE, NOTES)));
        }
      }
    }
    return notes;
  }

  private static CellNote.@Nullable Kind noteKind(String name) {
    for (CellNote.Kind kind : CellNote.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  private static Guess.@Nullable Reason reason(String name) {
    for (Guess.Reason reason : Guess.Reason.values()) {
      if (reason.name().equals(name)) {
        return reason;
      }
    }
    return null;
  }

  private void version() {
    Value version = root.member(VERSION);
    if (version != null && !FIRST.equals(version.text())) {
      problem(VERSION, "unknown", version);
    }
    Value schema = root.member(SCHEMA);
    if (schema != null && !SCHEMA_ID.equals(schema.text())) {
      problem(SCHEMA, "unknown", schema);
    }
  }

  /** Members without which nobody could tell a blank cell from a lost one. */
  private void required() {
    require(root, FormFields.PROJECT_NAME.name(), "");
    require(root, FormBlock.FUNDING.key(), "");
    Value funding = root.member(FormBlock.FUNDING.key());
    if (funding != null && funding.members() != null) {
      require(funding, FundingKind.TOTAL.key(), FormBlock.FUNDING.key() + ".");
    }
    require(root, FormBlock.INDICATORS.key(), "");
    Value rows = root.member(FormBlock.INDICATORS.key());
    if (rows != null && rows.items() != null) {
      if (rows.items().isEmpty()) {
        problem(FormBlock.INDICATORS.key(), "empty", rows);
      }
      for (int i = 0; i < rows.items().size(); i++) {
        if (rows.items().get(i).members() != null) {
          require(rows.items().get(i), FormFields.NAME.name(), FormPath.indicator(i) + ".");
        }
      }
    }
    require(root, FormBlock.TOTAL.key(), "");
  }

  private void require(Value object, String name, String path) {
    if (object.member(name) == null) {
      missing(path + name, object);
    }
  }

  private void missing(String path, Value in) {
    problem(path, "missing", in);
  }

  private void problem(String path, String what, Value at) {
    problems.add(new Problem(path, what, at));
  }

  /** What stands under names that the schema does not know is printed beyond the model. */
  private void others(List<Extra> extras) {
    others(extras, FormBlock.HEAD.key(), root, KNOWN);
    Value funding = root.member(FormBlock.FUNDING.key());
    if (funding != null && funding.members() != null) {
      Set<String> columns = names(FormFields.FUNDING);
      Set<String> rows = new HashSet<>();
      for (FundingKind kind : FundingKind.values()) {
        rows.add(kind.key());
        others(extras, FormPath.funding(kind).toString(), funding.member(kind.key()), columns);
      }
      for (Map.Entry<String, Value> row : funding.members().entrySet()) {
        if (!rows.contains(row.getKey())) {
          String subject = FormPath.funding(row.getKey()).toString();
          if (row.getValue().members() == null) {
            extras.add(new Extra(subject, "", other(row.getValue())));
          } else {
            others(extras, subject, row.getValue(), Set.of());
          }
        }
      }
    }
    others(
        extras,
        FormBlock.OBJECTIVE.key(),
        root.member(FormBlock.OBJECTIVE.key()),
        names(FormFields.OBJECTIVE));
    Value rows = root.member(FormBlock.INDICATORS.key());
    if (rows != null && rows.items() != null) {
      for (int i = 0; i < rows.items().size(); i++) {
        String subject = FormPath.indicator(i).toString();
        others(extras, subject, rows.items().get(i), names(FormFields.INDICATOR));
      }
    }
    others(
        extras, FormBlock.TOTAL.key(), root.member(FormBlock.TOTAL.key()), names(FormFields.TOTAL));
  }

  private static Set<String> names(List<? extends FormColumn<?, ?>> columns) {
    Set<String> names = new HashSet<>();
    columns.forEach(column -> names.add(column.name()));
    return names;
  }

  private void others(
      List<Extra> extras, String subject, @Nullable Value object, Set<String> known) {
    if (object == null || object.members() == null) {
      return;
    }
    for (Map.Entry<String, Value> member : object.members().entrySet()) {
      if (!known.contains(member.getKey())) {
        extras.add(new Extra(subject, member.getKey(), other(member.getValue())));
      }
    }
  }

  private Field<String> other(Value value) {
    String text = normal(joined(value));
    return text == null
        ? Field.blank(place(value))
        : Field.text(text, place(value), Reading.AS_PRINTED);
  }

  /** Text of a value; of one that has members the texts of these. */
  private static String joined(Value value) {
    if (value.text() != null) {
      return value.text();
    }
    List<String> parts = new ArrayList<>();
    if (value.items() != null) {
      value.items().forEach(item -> parts.add(joined(item)));
    } else if (value.members() != null) {
      value.members().forEach((name, member) -> parts.add(name + " " + joined(member)));
    }
    return String.join(" ", parts);
  }

  /** A member that must be an object; null where there is none. */
  private @Nullable Value object(Value owner, String name, String path) {
    Value value = owner.member(name);
    if (value == null) {
      return null;
    }
    if (value.members() == null) {
      problem(path + name, "object", value);
      return null;
    }
    return value;
  }

  /** The objects of an array that may be missing. */
  private List<Value> items(String name) {
    Value array = root.member(name);
    if (array == null) {
      return List.of();
    }
    if (array.items() == null) {
      problem(name, "array", array);
      return List.of();
    }
    List<Value> objects = new ArrayList<>();
    for (Value item : array.items()) {
      if (item.members() == null) {
        problem(name + "[" + objects.size() + "]", "object", item);
      } else {
        objects.add(item);
      }
    }
    return objects;
  }

  /** A text that is no cell; empty where there is none. */
  private String text(Value owner, String name, String path) {
    Value value = owner.member(name);
    if (value == null) {
      return "";
    }
    if (isContainer(value)) {
      problem(path + name, "string", value);
    }
    return value.text() == null ? "" : value.text();
  }

  private static boolean isContainer(Value value) {
    return value.items() != null || value.members() != null;
  }

  /** The cells of an object. */
  private final class Fields implements FieldSource {

    private final @Nullable Value owner;
    private final String path;
    private final boolean missing;

    Fields(@Nullable Value owner, String path) {
      this(owner, path, false);
    }

    /** Cells that are all blank, in the place of what they are missing in. */
    Fields(@Nullable Value owner, String path, boolean missing) {
      this.owner = owner;
      this.path = path;
      this.missing = missing;
    }

    @Override
    public <T> Field<T> of(FormColumn<?, T> column) {
      if (owner == null || missing) {
        return Field.blank(place(owner == null ? root : owner));
      }
      return field(owner, column.name(), path + column.name(), column.type());
    }
  }

  private <T> Field<T> field(Value owner, String name, String path, ValueType<T> type) {
    Value value = owner.member(name);
    if (value == null) {
      return Field.blank(place(owner));
    }
    if (isContainer(value)) {
      problem(path, "string", value);
    }
    String printed = normal(value.text());
    return printed == null
        ? Field.blank(place(value))
        : new Field<>(printed, type.read(printed, unit), place(value), Reading.AS_PRINTED);
  }

  /** As cells are printed, white space collapsed; null where nothing is. */
  private static @Nullable String normal(@Nullable String text) {
    String collapsed = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    return collapsed.isEmpty() ? null : collapsed;
  }

  /** Where a value stands; null where that is not known. */
  private @Nullable Position place(Value value) {
    return value.line() == 0 ? null : Position.inText(file, value.line(), value.column());
  }
}
