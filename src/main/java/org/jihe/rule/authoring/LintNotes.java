package org.jihe.rule.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jihe.message.Language;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;

/** A folder of rules that is looked through, and what has been found in it. */
final class LintNotes {

  private final RuleFolder.Directory folder;
  private final RuleFolder all;
  private final List<DrlFile> files;
  private final boolean whole;
  private final List<Problem> problems = new ArrayList<>();

  LintNotes(Path rules) throws RuleException {
    folder = RuleFolder.at(rules);
    files = DrlFile.in(folder);
    whole = files.stream().anyMatch(file -> !file.family().equals(RuleFolder.LOCAL));
    all = whole ? folder : RuleFolder.over(folder);
  }

  /** The folder alone. */
  RuleFolder.Directory folder() {
    return folder;
  }

  /** The folder, and below it the program's own where the folder adds to that. */
  RuleFolder all() {
    return all;
  }

  /** The rules' files, in order. */
  List<DrlFile> files() {
    return files;
  }

  /** True where the folder stands for itself, false where it adds to the program's rules. */
  boolean isWhole() {
    return whole;
  }

  /** True where nothing has been found. */
  boolean isClean() {
    return problems.isEmpty();
  }

  /** What has been found, in order of file and line. */
  List<Problem> sorted() {
    return problems.stream()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparing(problem -> problem.text(Language.EN)))
        .toList();
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void addAll(List<Problem> more) {
    problems.addAll(more);
  }

  /** Adds what has not been told yet. */
  void addNew(List<Problem> more) {
    more.stream().filter(each -> !problems.contains(each)).forEach(problems::add);
  }

  /** Something is wrong with a file of the folder as a whole. */
  void wrong(String path, String key, Map<String, ?> arguments) {
    wrong(folder.display(path), 0, key, arguments);
  }

  /**
   * Something is wrong at a line.
   *
   * @param file the file, as the user would name it
   */
  void wrong(String file, int line, String key, Map<String, ?> arguments) {
    problems.add(Problem.of(file, line, key, arguments));
  }

  /** Tells what a new rule's author has not filled in yet. */
  void unfinished(String path) throws RuleException {
    String text = folder.text(path);
    if (text != null && text.contains(RuleSkeleton.TO_FILL_IN)) {
      int line = text.substring(0, text.indexOf(RuleSkeleton.TO_FILL_IN)).split("\n", -1).length;
      wrong(folder.display(path), line, "lint.unfinished", Map.of());
    }
  }
}
