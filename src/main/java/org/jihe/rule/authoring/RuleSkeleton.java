package org.jihe.rule.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jihe.rule.catalogue.RuleDocument;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.WrongFile;

/**
 * Writes a new rule with all that belongs to it. What it writes compiles and passes its own cases;
 * the condition is a stand-in, and what its author must fill in is marked {@link #TO_FILL_IN}.
 */
public final class RuleSkeleton {

  /** Marks a place that the author must fill in. */
  static final String TO_FILL_IN = "待填";

  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{2,59}");
  private static final Pattern FAMILY = Pattern.compile("[a-z][a-z0-9]{1,29}");
  private static final List<String> NO_FAMILIES = List.of("jurisdictions", "examples");

  /** What one evaluation of the rule sees, each with a condition that compiles and can hold. */
  public enum Scope {
    FORM("FormFact", "form", "totalScore < 0", "total.score", "drools, \"total.score\""),
    INDICATOR(
        "IndicatorFact", "indicator", "score < 0", "indicators[0].score", "drools, \"score\""),
    PART(
        "FundingPartFact",
        "part",
        "finalBudget < 0",
        "funding.currentYearAppropriation.finalBudget",
        "drools, \"finalBudget\""),
    SCORE("ScoreFact", "score", "score < 0", "total.score", "drools");

    private final String fact;
    private final String variable;
    private final String condition;
    private final String cell;
    private final String report;

    Scope(String fact, String variable, String condition, String cell, String report) {
      this.fact = fact;
      this.variable = variable;
      this.condition = condition;
      this.cell = cell;
      this.report = report;
    }
  }

  /**
   * What was written.
   *
   * @param files in the order in which an author goes through them
   * @param standsAlone true where the folder's rules now stand in for the program's own
   */
  public record Written(List<Path> files, boolean standsAlone) {
    public Written {
      files = List.copyOf(files);
    }
  }

  private RuleSkeleton() {}

  /**
   * Writes the files.
   *
   * @param rules the folder of rules; made where there is none
   * @throws RuleException where the name or the family will not do, the name is taken, or a file is
   *     there already; then nothing is written
   */
  public static Written write(Path rules, String family, String name, Scope scope)
      throws RuleException {
    demandNames(family, name);
    boolean standsAlone = !family.equals(RuleFolder.LOCAL);
    demandNew(RuleSources.open(null).headers(), name);
    if (Files.isDirectory(rules) && holdsRules(rules)) {
      RuleSources sources = RuleSources.open(rules);
      demandNew(sources.headers(), name);
      standsAlone &= sources.folder() instanceof RuleFolder.Layered;
    }
    Path folder = rules.resolve(family);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve(name + ".drl"), drl(family, name, scope));
    files.put(folder.resolve(name + ".md"), document(name));
    files.put(folder.resolve(name + ".cases.json"), cases(scope));
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw wrong(file.toString(), "new.exists", name);
      }
    }
    Map<Path, String> messages = new LinkedHashMap<>();
    messages.put(folder.resolve("messages_zh.properties"), chinese(name));
    messages.put(folder.resolve("messages_en.properties"), english(name));
    write(folder, files, messages);
    List<Path> written = new ArrayList<>(files.keySet());
    written.addAll(messages.keySet());
    return new Written(written, standsAlone);
  }

  private static void demandNames(String family, String name) throws RuleException {
    if (!NAME.matcher(name).matches()) {
      throw wrong(name, "new.name", name);
    }
    if (!FAMILY.matcher(family).matches()
        || NO_FAMILIES.contains(family)
        || SourceVersion.isKeyword(family)) {
      throw wrong(family, "new.family", family);
    }
  }

  private static void write(Path folder, Map<Path, String> files, Map<Path, String> messages)
      throws RuleException {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
      }
      for (Map.Entry<Path, String> lines : messages.entrySet()) {
        add(lines.getKey(), lines.getValue());
      }
    } catch (IOException e) {
      throw RuleException.of(
          folder.toString(), 0, "file.unwritable", Map.of("detail", WrongFile.detail(e)));
    }
  }

  private static String chinese(String name) {
    return name + "=“{place}”是 {reported}（" + TO_FILL_IN + "：错在哪里，怎么改）。\n";
  }

  private static String english(String name) {
    return """
        %s.title=%s: name of the rule
        %s={place} is {reported} (%s: what is wrong, what to do).
        """
        .formatted(name, TO_FILL_IN, name, TO_FILL_IN);
  }

  private static boolean holdsRules(Path rules) throws RuleException {
    RuleFolder.Directory directory = RuleFolder.at(rules);
    return !directory.files(".drl").isEmpty() || !directory.tables().isEmpty();
  }

  private static void demandNew(List<RuleHeader> headers, String name) throws RuleException {
    for (RuleHeader header : headers) {
      if (header.info().id().equalsIgnoreCase(name)) {
        throw wrong(header.info().family() + "/" + header.info().id(), "new.taken", name);
      }
    }
  }

  private static RuleException wrong(String place, String key, String name) {
    return RuleException.of(place, 0, key, Map.of("name", name));
  }

  /** Adds lines at the end of a bundle, which is made where there is none. */
  private static void add(Path bundle, String lines) throws IOException {
    String before = Files.exists(bundle) ? Files.readString(bundle, StandardCharsets.UTF_8) : "";
    String separator = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    Files.writeString(bundle, before + separator + lines);
  }

  private static String drl(String family, String name, Scope scope) {
    return """
        package jihe.%s

        import org.jihe.rule.fact.%s

        // %s：级别、依据、所需单元格（空白时不评价）和条件。现在的条件只是占位，可以编译和测试。
        // 条件能问什么：jihe rules facts %s
        rule %s
          @severity( NOTE )
          @scope( %s )
          @basis( practice )
          @requires( "%s" )
          @since( "local" )
        when
          $%s : %s( %s )
        then
          $%s.report(%s);
        end
        """
        .formatted(
            family,
            scope.fact,
            TO_FILL_IN,
            scope.fact,
            name,
            scope.variable,
            scope.cell.replace("[0]", "[]"),
            scope.variable,
            scope.fact,
            scope.condition,
            scope.variable,
            scope.report);
  }

  private static String document(String name) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(name).append(" ").append(TO_FILL_IN).append("：规则的中文名\n\n");
    text.append(TO_FILL_IN).append("：一句话说明查出什么。\n");
    for (String heading : RuleDocument.HEADINGS) {
      text.append("\n## ").append(heading).append("\n\n").append(TO_FILL_IN).append("。\n");
    }
    return text.toString();
  }

  private static String cases(Scope scope) {
    return """
        {
          "clean": "../clean-form.json",
          "cases": [
            {"name": "%s：应当报的", "change": {"%s": "-1"}, "expect": [{"subject": "%s", "severity": "NOTE"}]},
            {"name": "%s：不应当报的", "change": {"%s": "0"}, "expect": []}
          ]
        }
        """
        .formatted(TO_FILL_IN, scope.cell, scope.cell, TO_FILL_IN, scope.cell);
  }
}
