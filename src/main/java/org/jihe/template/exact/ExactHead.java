package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.Numbers;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CurrencyUnit;
import org.jihe.template.row.LabelledText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads what stands above the tables: labels with their values beside them or behind a colon. */
final class ExactHead {

  private static final Pattern YEAR = Pattern.compile(".*?(20\\d{2}).*");
  private static final Pattern YEAR_ROW =
      Pattern.compile("\\(?(?:20\\d{2}|二[〇○零O0Ｏ][〇○零一二三四五六七八九]{2})年?度?\\)?");
  private static final Pattern CHINESE_YEAR = Pattern.compile(".*?(二[〇○零O0Ｏ][〇○零一二三四五六七八九]{2})年.*");

  /** Numerals by their values; further signs for zero stand behind, as many as there are values. */
  private static final String NUMERALS = "〇一二三四五六七八九○";

  private static final int ZEROS = 10;
  private static final Pattern UNIT = Pattern.compile("万?元");

  /** What any title of a self-evaluation is worded like. */
  private static final Pattern TITLE =
      Pattern.compile("(?:.*绩效.*(?:自评|评价).*表|.*自评价?表)(?:\\(.*\\))?");

  /** What no value is worded like, wherever it stands. */
  private static final Pattern SELF_EVALUATION = Pattern.compile(".*项目.*自评价?表(?:\\(.*\\))?");

  private static final int LONGEST_TITLE = 40;
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_YEAR = 8;
  private static final String PROJECT = "projectName";

  private record Value(Lexicon.Meaning meaning, String label, Token token) {

    boolean isBetterThan(Value other) {
      return other.isBlank() || (meaning.rank() < other.meaning.rank() && !isBlank());
    }

    private boolean isBlank() {
      return Texts.isBlank(token.text());
    }
  }

  private final Lexicon lexicon;
  private final Doubts doubts;
  private final Map<String, Value> values = new HashMap<>();
  private final List<Extra> extras = new ArrayList<>();

  /** The texts of the extras, in their order. */
  private final List<Token> kept = new ArrayList<>();

  private @Nullable Token title;
  private @Nullable Token year;
  private @Nullable Token unit;
  private boolean labelled;
  private int stray;

  /** Reads the rows from the form's beginning to its first table. */
  ExactHead(Lexicon lexicon, List<PrintedRow> rows, Doubts doubts) {
    this.lexicon = lexicon;
    this.doubts = doubts;
    rows.forEach(this::read);
    if (year == null && title != null) {
      year = year(title);
    }
    UnknownHead.PARTS.forEach(this::recognise);
    recogniseLast();
  }

  private void read(PrintedRow row) {
    List<Token> tokens = row.tokens();
    boolean alone = row.fixed() && tokens.size() == 2; // a label and its value, known or not
    boolean pairs = alone || tokens.stream().anyMatch(this::isLabel);
    for (int i = 0; i < tokens.size(); i++) {
      Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
      Token value = next == null || isLabel(next) || isPair(next) ? null : next;
      if (takesValue(tokens.get(i), value, pairs)) {
        i++;
      }
    }
  }

  /**
   * Reads a text; true where it is the label of the value beside it and has taken it.
   *
   * @param pairs true where its row has a known label
   */
  private boolean takesValue(Token token, @Nullable Token value, boolean pairs) {
    if (isLabel(token)) {
      return labels(token, value);
    }
    if (single(token)) {
      return false;
    }
    if (pairs && value != null && !looksLikeValue(token)) {
      extra(token.text(), value);
      return true;
    }
    stray += labelled ? 1 : 0;
    extra("", token);
    return false;
  }

  private boolean labels(Token label, @Nullable Token value) {
    labelled = true;
    if (value != null) {
      put(label.key(), label.text(), value);
      return true;
    }
    if (label.hasDigit()) {
      extra("", label); // the form's number
    }
    return false;
  }

  /** A cell that says what it is by itself. */
  private boolean single(Token token) {
    String key = token.key();
    if (title == null && isTitle(key)) {
      title = token;
      return true;
    }
    if (key.length() <= LONGEST_YEAR && YEAR_ROW.matcher(key).matches()) {
      year = year == null ? year(token) : year;
      return true;
    }
    LabelledText pair = LabelledText.of(token);
    if (pair == null) {
      Token money = CurrencyUnit.in(token);
      if (money != null) {
        unit = unit == null ? money : unit;
        return true;
      }
      return false;
    }
    Token value = pair.value();
    if (value == null) {
      labelled |= lexicon.head(pair.key()) != null;
    } else {
      put(pair.key(), pair.label(), value);
    }
    return true;
  }

  private void put(String key, String label, Token value) {
    Lexicon.Meaning meaning = meaning(key);
    if (UNIT.matcher(value.key()).matches()) {
      unit = unit == null ? value : unit;
    } else if (meaning == null) {
      putUnknown(label, value);
    } else {
      labelled = true;
      if (!meaning.name().equals("year") || !takesYear(value)) {
        putField(new Value(meaning, label, value));
      }
    }
  }

  private void putUnknown(String label, Token value) {
    if (isTitle(value.key()) && title == null) {
      title = value;
    } else {
      extra(label, value);
    }
  }

  private boolean takesYear(Token value) {
    Token found = year(value);
    year = year == null ? found : year;
    return found != null;
  }

  /** Of two values of one field the one that counts more stays, and the other is an extra. */
  private void putField(Value here) {
    String name = here.meaning.name();
    Value there = values.get(name);
    if (there == null) {
      values.put(name, here);
      return;
    }
    boolean better = here.isBetterThan(there);
    if (better) {
      values.put(name, here);
    }
    Value left = better ? there : here;
    boolean same = left.meaning.equals(here.meaning) && there.token.key().equals(here.token.key());
    if (!same) {
      extra(left.label, left.token);
    }
  }

  /** A label that ends like one that the head lacks names it, and a person is told. */
  private void recognise(UnknownHead.Part part) {
    for (int i = 0; i < extras.size() && !values.containsKey(part.name()); i++) {
      if (UnknownHead.endsLike(part, extras.get(i).label())) {
        recognised(part, i);
      }
    }
  }

  /** The only label left is that of the only field left; else nobody knows what is missing. */
  private void recogniseLast() {
    List<UnknownHead.Part> missing = new ArrayList<>(UnknownHead.PARTS);
    missing.removeIf(part -> values.containsKey(part.name()));
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < extras.size(); i++) {
      String label = extras.get(i).label();
      boolean declared = lexicon.isHeadExtra(Labels.key(label));
      if (!declared && UnknownHead.mayBe(label, kept.get(i).text())) {
        open.add(i);
      }
    }
    boolean last = missing.size() == 1 && open.size() == 1;
    if (last && UnknownHead.holds(missing.get(0), kept.get(open.get(0)).text())) {
      recognised(missing.get(0), open.get(0));
    } else if (!open.isEmpty()) {
      String label = extras.get(open.get(0)).label();
      missing.forEach(
          part -> doubts.add(FormPath.head(part.column()), Guess.Reason.LABEL_UNRECOGNISED, label));
    }
  }

  private void recognised(UnknownHead.Part part, int extra) {
    String label = extras.get(extra).label();
    values.put(part.name(), new Value(new Lexicon.Meaning(part.name(), 0), label, kept.get(extra)));
    doubts.add(FormPath.head(part.column()), Guess.Reason.LABEL_RECOGNISED, label);
    extras.remove(extra);
    kept.remove(extra);
  }

  private void extra(String label, Token value) {
    kept.add(value);
    extras.add(
        new Extra(Extra.HEAD, label, TokenFields.text(value, value.column(), value.position())));
  }

  private boolean isLabel(Token token) {
    return meaning(token.key()) != null || lexicon.isHeadExtra(token.key());
  }

  /** What a label means, with or without what stands in brackets. */
  private Lexicon.@Nullable Meaning meaning(String key) {
    Lexicon.Meaning meaning = lexicon.head(key);
    boolean bracket = meaning == null && key.indexOf('(') >= 0 && key.length() <= LONGEST_LABEL;
    return bracket ? lexicon.head(Labels.bare(key)) : meaning;
  }

  private boolean isPair(Token token) {
    LabelledText pair = LabelledText.of(token);
    return pair != null && (lexicon.head(pair.key()) != null || lexicon.isHeadExtra(pair.key()));
  }

  private static boolean looksLikeValue(Token token) {
    return token.key().length() > 14 || Character.isDigit(token.key().charAt(0));
  }

  private boolean isTitle(String key) {
    return Labels.holdsOne(key, lexicon.template().titles())
        || (key.length() <= LONGEST_TITLE
            && (SELF_EVALUATION.matcher(key).matches()
                || (!labelled && TITLE.matcher(key).matches())));
  }

  private static String digits(String numerals) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < numerals.length(); i++) {
      digits.append(Math.max(0, NUMERALS.indexOf(numerals.charAt(i)) % ZEROS));
    }
    return digits.toString();
  }

  private static @Nullable Token year(Token token) {
    Matcher matcher = YEAR.matcher(token.key());
    if (matcher.matches()) {
      return token.as(matcher.group(1), token.reading());
    }
    Matcher chinese = CHINESE_YEAR.matcher(token.key());
    return chinese.matches() ? token.as(digits(chinese.group(1)), token.reading()) : null;
  }

  /** True where a project is named. */
  boolean namesProject() {
    return values.containsKey(PROJECT);
  }

  /** Texts below the first label that belong to none. */
  int stray() {
    return stray;
  }

  @Nullable Token unit() {
    return unit;
  }

  List<Extra> extras() {
    return extras;
  }

  Field<String> title(Position place) {
    return title == null ? Field.blank(place) : TokenFields.text(title, title.column(), place);
  }

  /** The year; its printed text is its digits alone. */
  Field<Integer> year(Position place) {
    return year == null
        ? Field.blank(place)
        : new Field<>(year.text(), Numbers.year(year.text()), year.position(), year.reading());
  }

  Field<String> field(String name, Position place) {
    Value value = values.get(name);
    return value == null
        ? Field.blank(place)
        : TokenFields.text(value.token, value.token.column(), place);
  }
}
