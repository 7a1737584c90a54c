package org.jihe.review.list;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jihe.message.JobException;
import org.jspecify.annotations.Nullable;

/**
 * The list of a sample as it comes back, with the scores of the second review: CSV in UTF-8 or
 * GB18030 whose first line names the columns, in any order. Lines without a score have not been
 * reviewed yet.
 */
public final class ReviewedScores {

  private static final String FORM = "编号 (form)";
  private static final String SCORE = "复核得分 (review)";
  private static final Pattern FORMS = Pattern.compile("编号|表号|form|form ?id");
  private static final Pattern SCORES = Pattern.compile("复核得分|复核分|复核总分|review|re-?review");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");

  private ReviewedScores() {}

  /**
   * What the list says.
   *
   * @param scores by form, with the line each stands in
   * @param blank lines without a score
   */
  public record Read(Map<String, Scored> scores, int blank) {}

  /** A score of the second review. */
  public record Scored(BigDecimal score, int line) {}

  /**
   * Reads the list.
   *
   * @throws JobException naming file, line and column of what is wrong, and the remedy
   */
  public static Read read(Path path) throws JobException {
    CsvList list = new CsvList("--scores", path, FORM + "、" + SCORE, "复核人 (by)、说明 (note)");
    List<CsvList.Line> lines = list.lines();
    CsvList.Line head = lines.get(0);
    int form = place(list, head, FORMS, FORM);
    int score = place(list, head, SCORES, SCORE);
    Map<String, Scored> scores = new TreeMap<>();
    int blank = 0;
    for (CsvList.Line line : lines.subList(1, lines.size())) {
      String id = CsvList.cell(line.cells(), form);
      String given = CsvList.cell(line.cells(), score);
      if (given == null) {
        blank++;
        continue;
      }
      if (id == null) {
        throw wrong(list, line, form, FORM, "", "list.remedy.blank");
      }
      String plain = CsvList.folded(given);
      if (!NUMBER.matcher(plain).matches()) {
        throw wrong(list, line, score, SCORE, given, "list.remedy.score");
      }
      Scored earlier = scores.put(id, new Scored(new BigDecimal(plain), line.number()));
      if (earlier != null) {
        throw list.wrong(
            "list.scoredTwice",
            Map.of("line", "" + line.number(), "earlier", "" + earlier.line(), "form", id));
      }
    }
    return new Read(scores, blank);
  }

  private static int place(CsvList list, CsvList.Line head, Pattern names, String usual)
      throws JobException {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < head.cells().size(); i++) {
      String name = CsvList.folded(head.cells().get(i)).toLowerCase(Locale.ROOT);
      if (names.matcher(name).matches()) {
        found.add(i);
      }
    }
    if (found.size() > 1) {
      throw list.wrong("list.twice", Map.of("line", "" + head.number(), "column", usual));
    }
    if (found.isEmpty()) {
      throw list.wrong(
          "list.column",
          Map.of(
              "line", "" + head.number(), "column", usual, "found", CsvList.shown(head.cells())));
    }
    return found.get(0);
  }

  private static JobException wrong(
      CsvList list,
      CsvList.Line line,
      int column,
      String name,
      @Nullable String value,
      String why) {
    return list.wrong(
        "list.cell",
        Map.of(
            "line",
            "" + line.number(),
            "column",
            "" + (column + 1),
            "name",
            name,
            "value",
            value == null ? "" : value,
            "remedy",
            why));
  }
}
