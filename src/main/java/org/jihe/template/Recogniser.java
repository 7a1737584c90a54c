package org.jihe.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormKind;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Document;
import org.jihe.layout.FormLayout;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.template.Explanation.Way;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.declaration.Template;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.template.declaration.Templates;
import org.jihe.template.exact.ExactReader;
import org.jihe.template.exact.NamedColumn;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.search.SearchReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the forms in a layout and reads them. Every form is held against every declaration; where
 * the columns of a grid are the source's own, the head above a cell says what it is, elsewhere a
 * search finds the reading that best explains the printed cells. What is printed is never changed;
 * where two readings explain it equally well, the choice is recorded as a guess. Safe for use by
 * several threads.
 */
public final class Recogniser {

  private static final int EXCERPT = 200;

  /** The title of a table stands within so many rows. */
  private static final int MOST_TITLE_ROWS = 6;

  /** Rows of one indicator table; the largest real ones have some sixty. */
  private static final int MOST_ROWS = 2_000;

  private final Template unknown;
  private final TemplateMatcher matcher;
  private final List<Readers> readers = new ArrayList<>();
  private final Readers lastResort;

  private record Readers(Lexicon lexicon, ExactReader exact, SearchReader search) {

    static Readers of(Template template) {
      Lexicon lexicon = new Lexicon(template);
      return new Readers(lexicon, new ExactReader(lexicon), new SearchReader(lexicon));
    }

    /** A form, what is refused, or null for text between forms. */
    @Nullable Object search(FormRows form, int ordinal) {
      return form.begun() ? search.read(form.rows(), ordinal) : search.refusedPart(form.rows());
    }
  }

  private Recogniser(List<Template> templates) {
    unknown = Templates.load(Templates.UNKNOWN);
    matcher = new TemplateMatcher(templates, unknown);
    templates.forEach(template -> readers.add(Readers.of(template.over(unknown))));
    lastResort = Readers.of(unknown);
  }

  /** A recogniser for the templates that come with the program. */
  public static Recogniser standard() {
    return of(TemplateSet.BUILT_IN);
  }

  /** A recogniser for a set of templates. */
  public static Recogniser of(TemplateSet templates) {
    return new Recogniser(templates.templates());
  }

  /** Reads every form of a document. */
  public Recognition recognise(Document document) {
    List<SelfEvaluation> forms = new ArrayList<>();
    List<FormLayout> layouts = new ArrayList<>();
    FormLayouts printed = new FormLayouts(document);
    ReadingNotes notes = new ReadingNotes(document.notes());
    List<Quarantined> quarantined = new ArrayList<>();
    Set<Integer> unruledPages = unruledPages(document);
    for (FormRows rows : FormRows.split(document, unknown)) {
      Object read = read(rows, forms.size() + quarantined.size() + 1).outcome();
      if (read instanceof SelfEvaluation form) {
        FormLayout layout = printed.of(form.origin(), rows.rows());
        layouts.add(layout);
        SelfEvaluation noted = notes.in(doubted(form, rows, document, unruledPages), layout);
        forms.add(WholeForm.doubted(noted, lastResort.lexicon));
      } else if (read instanceof Quarantined refused) {
        quarantined.add(OtherForms.named(refused, rows.rows()));
      }
    }
    if (forms.isEmpty() && quarantined.isEmpty()) {
      quarantined.add(nothing(document));
    }
    return HiddenSheets.of(document).leftOut(new Recognition(forms, layouts, quarantined));
  }

  private Quarantined nothing(Document document) {
    Quarantined none =
        new Quarantined(document.file(), null, Reason.NO_FORM_FOUND, "", excerpt(document));
    List<PrintedRow> printed = DocumentRows.of(document);
    return OtherForms.named(none, printed.subList(0, Math.min(MOST_TITLE_ROWS, printed.size())));
  }

  /**
   * A form that came from a transcript, its indicators' labels known by the names that the form's
   * template has for them.
   */
  public SelfEvaluation labelled(SelfEvaluation form) {
    Lexicon lexicon = lastResort.lexicon;
    for (Readers each : readers) {
      if (each.lexicon.template().id().equals(form.recovery().template())) {
        lexicon = each.lexicon;
      }
    }
    List<Indicator> indicators = new ArrayList<>();
    for (Indicator indicator : form.indicators()) {
      Field<String> category = indicator.category();
      Field<String> aspect = indicator.aspect();
      String group = category.printed() == null ? null : lexicon.category(category.printed());
      String kind = aspect.printed() == null ? null : lexicon.aspect(aspect.printed());
      if (group == null
          && category.printed() != null
          && Labels.bareKey(category.printed()).isEmpty()) {
        group = lexicon.categoryOf(kind); // a label of points alone
      }
      indicators.add(
          indicator
              .with(FormFields.CATEGORY, known(category, group))
              .with(FormFields.ASPECT, known(aspect, kind)));
    }
    return form.toBuilder().indicators(indicators).build();
  }

  private static Field<String> known(Field<String> label, @Nullable String name) {
    return name == null
        ? label
        : new Field<>(label.printed(), name, label.position(), label.reading());
  }

  /** What a page shows without rules or in a picture is never taken for certain. */
  private static SelfEvaluation doubted(
      SelfEvaluation form, FormRows rows, Document document, Set<Integer> unruledPages) {
    Recovery recovery = form.recovery();
    List<Guess> guesses = new ArrayList<>(recovery.guesses());
    boolean unruled =
        rows.rows().stream()
            .anyMatch(row -> unruledPages.contains(row.tokens().get(0).position().page()));
    if (unruled) {
      guesses.add(new Guess("form", Guess.Reason.COLUMNS_INFERRED, "", ""));
    }
    if (document.encoding().equals(Document.RECOGNISED)) {
      guesses.add(new Guess("form", Guess.Reason.TEXT_RECOGNISED, "", ""));
    }
    return guesses.size() == recovery.guesses().size()
        ? form
        : form.with(new Recovery(recovery.template(), recovery.confidence(), guesses));
  }

  /** Pages with text whose columns no rule divides. */
  private static Set<Integer> unruledPages(Document document) {
    Set<Integer> pages = new HashSet<>();
    for (Grid grid : document.grids()) {
      if (grid.columns() != Grid.Columns.FIXED) {
        grid.rows().forEach(row -> row.forEach(cell -> pages.add(cell.position().page())));
      }
    }
    pages.remove(0); // what has no pages
    return pages;
  }

  /** Reads every form of a document and tells how. */
  public List<Explanation> explain(Document document) {
    List<Explanation> explanations = new ArrayList<>();
    for (FormRows rows : FormRows.split(document, unknown)) {
      Read read = read(rows, explanations.size() + 1);
      if (read.outcome() != null) {
        List<TemplateScore> scores = new ArrayList<>(read.match().scores());
        scores.sort(Comparator.comparingDouble(TemplateScore::score).reversed());
        explanations.add(
            new Explanation(
                rows.rows().get(0).tokens().get(0).position(),
                rows.rows().size(),
                scores,
                read.readers().lexicon.template().id(),
                read.way(),
                columns(read.readers().exact.fundingColumns(rows.rows())),
                columns(read.readers().exact.indicatorColumns(rows.rows())),
                read.outcome() instanceof SelfEvaluation form ? form : null,
                read.outcome() instanceof Quarantined refused ? refused : null));
      }
    }
    return explanations;
  }

  private static List<Explanation.Column> columns(List<NamedColumn> columns) {
    return columns.stream()
        .map(column -> new Explanation.Column(column.name(), column.label(), column.position()))
        .toList();
  }

  /**
   * One reading.
   *
   * @param outcome a form, what is refused, or null for text between forms
   */
  private record Read(
      @Nullable Object outcome, Way way, Readers readers, TemplateMatcher.Match match) {}

  private Read read(FormRows form, int ordinal) {
    Read read = bestOf(form, ordinal);
    FormKind kind = read.readers.lexicon.template().formKind();
    return read.outcome instanceof SelfEvaluation found && kind != found.kind()
        ? new Read(found.toBuilder().kind(kind).build(), read.way, read.readers, read.match)
        : read;
  }

  private Read bestOf(FormRows printed, int ordinal) {
    List<PrintedRow> mended = TornLabels.mended(printed.rows(), lastResort.lexicon);
    FormRows form = new FormRows(mended, printed.begun());
    TemplateMatcher.Match match = matcher.match(form.rows());
    int best = match.best();
    Readers chosen = best < 0 ? lastResort : readers.get(best);
    boolean trusted = isMostlyFixed(form.rows());
    boolean torn = !trusted && chosen.lexicon.template().torn();
    boolean whole = form.begun() && form.rows().size() <= MOST_ROWS && !torn;
    ExactReader.Result exact = whole ? chosen.exact.read(form.rows(), ordinal) : null;
    if (exact == null) {
      return new Read(chosen.search(form, ordinal), Way.SEARCH, chosen, match);
    }
    if (exact.clean() || (trusted && exact.misfits() == 0)) {
      return new Read(exact.form(), trusted ? Way.HEADS : Way.CLEAN_TEXT, chosen, match);
    }
    Object searched = chosen.search(form, ordinal);
    return isBetter(searched, exact, trusted)
        ? new Read(searched, Way.SEARCH_AFTER_HEADS, chosen, match)
        : new Read(exact.form(), Way.HEADS_WITH_REST, chosen, match);
  }

  private static boolean isMostlyFixed(List<PrintedRow> rows) {
    int fixed = 0;
    for (PrintedRow row : rows) {
      fixed += row.fixed() ? 1 : 0;
    }
    return fixed * 2 > rows.size();
  }

  /**
   * True where the search explains a form better than its heads do. Labels and columns that no
   * declaration knows are beyond the search.
   */
  private static boolean isBetter(
      @Nullable Object searched, ExactReader.Result exact, boolean trusted) {
    if (!(searched instanceof SelfEvaluation other)) {
      return false;
    }
    boolean adds =
        exact.form().recovery().guesses().isEmpty()
            && exact.form().addsUpButForBlanks()
            && exact.misfits() == 0;
    if (trusted || (adds && exact.strangeLabels())) {
      return other.addsUp() && !other.recovery().needsPerson() && !adds;
    }
    return other.addsUp() || (!adds && exact.plain());
  }

  private static String excerpt(Document document) {
    StringBuilder excerpt = new StringBuilder();
    document.grids().stream()
        .flatMap(grid -> grid.rows().stream())
        .flatMap(List::stream)
        .filter(cell -> !cell.isEmpty())
        .limit(20)
        .forEach(cell -> excerpt.append(excerpt.isEmpty() ? "" : " ").append(cell.text().strip()));
    return cut(excerpt.toString());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(EXCERPT, text.length()));
  }
}
