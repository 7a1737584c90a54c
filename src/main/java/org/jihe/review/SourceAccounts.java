package org.jihe.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.FormKey;
import org.jihe.layout.Quarantined;
import org.jihe.review.summary.IngestResult;
import org.jihe.table.Dismissals;
import org.jihe.table.QuarantineCodec;
import org.jihe.version.MetForm;

/**
 * What became of every source of a run, and the forms that those hold which are no duplicates.
 *
 * @param counts how many sources there are, by what became of them
 * @param formsFound forms that were met, read or not
 * @param formsQuarantined forms that could not be read
 * @param met the forms that could
 * @param quarantined what waits for a person
 * @param digests a digest of what every input holds
 * @param sourceRows rows of the table {@code sources}
 * @param quarantineRows rows of the table of what waits
 */
record SourceAccounts(
    IngestResult.Sources counts,
    long formsFound,
    long formsQuarantined,
    List<MetForm> met,
    List<Quarantined> quarantined,
    Map<String, String> digests,
    List<Row> sourceRows,
    List<Row> quarantineRows) {

  /**
   * Accounts for the sources of a run.
   *
   * @param inputOf the input that a source belongs to
   * @param dismissals what people have decided on entries of the quarantine
   */
  static SourceAccounts of(
      List<ReadSource> sources, UnaryOperator<String> inputOf, Dismissals dismissals) {
    Drawing drawing = new Drawing(inputOf, dismissals);
    sources.forEach(drawing::add);
    return drawing.accounts(sources.size());
  }

  /** Departments and years of the forms. */
  Set<String> dossiers() {
    Set<String> dossiers = new TreeSet<>();
    met.forEach(form -> dossiers.add(form.dossier()));
    return dossiers;
  }

  /** A name for what some lines say together. */
  static String digest(Collection<String> lines) {
    return FormKey.of(lines.toArray(String[]::new));
  }

  private static final class Drawing {

    private final UnaryOperator<String> inputOf;
    private final Dismissals dismissals;
    private final Map<String, String> firstOfContent = new HashMap<>();
    private final Map<String, Set<String>> linesOfInput = new TreeMap<>();
    private final List<Row> sourceRows = new ArrayList<>();
    private final List<Row> quarantineRows = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<MetForm> met = new ArrayList<>();
    private long read;
    private long refused;
    private long twice;
    private long formsFound;

    Drawing(UnaryOperator<String> inputOf, Dismissals dismissals) {
      this.dismissals = dismissals;
      this.inputOf = inputOf;
    }

    void add(ReadSource source) {
      String input = inputOf.apply(source.file());
      String first =
          source.sha256().isEmpty()
              ? null
              : firstOfContent.putIfAbsent(source.sha256(), source.file());
      String outcome = "DUPLICATE";
      if (first == null) {
        outcome = source.isQuarantined() ? "QUARANTINED" : "READ";
        take(source, input);
      } else {
        twice++;
      }
      linesOfInput
          .computeIfAbsent(input, name -> new TreeSet<>())
          .add(source.file() + " " + source.sha256());
      sourceRows.add(
          RowFactory.create(
              input,
              source.file(),
              source.sha256(),
              source.bytes(),
              source.format(),
              source.encoding(),
              outcome,
              first,
              first == null ? source.forms().size() : 0,
              first == null ? source.quarantined().size() : 0));
    }

    private void take(ReadSource source, String input) {
      formsFound += source.formsFound();
      read += source.isQuarantined() ? 0 : 1;
      refused += source.isQuarantined() ? 1 : 0;
      met.addAll(source.forms());
      for (Quarantined entry : source.quarantined()) {
        quarantined.add(dismissals.on(entry, source.sha256()));
        quarantineRows.add(QuarantineCodec.toRow(input, entry));
      }
    }

    SourceAccounts accounts(long all) {
      Map<String, String> digests = new TreeMap<>();
      linesOfInput.forEach((input, lines) -> digests.put(input, digest(lines)));
      return new SourceAccounts(
          new IngestResult.Sources(all, read, refused, twice),
          formsFound,
          quarantined.stream().filter(entry -> entry.place() != null).count(),
          met,
          quarantined,
          digests,
          sourceRows,
          quarantineRows);
    }
  }
}
