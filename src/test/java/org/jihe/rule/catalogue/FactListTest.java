package org.jihe.rule.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.GoldenFile;
import org.jihe.form.measure.Measure;
import org.jihe.rule.answer.Answer;
import org.jihe.rule.answer.Attainment;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.FactList;
import org.jihe.rule.drl.ParameterUse;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.Delivery;
import org.jihe.rule.fact.ErrorCount;
import org.jihe.rule.fact.Execution;
import org.jihe.rule.fact.FormFact;
import org.jihe.rule.fact.FormScores;
import org.jihe.rule.fact.FormTexts;
import org.jihe.rule.fact.FundingPartFact;
import org.jihe.rule.fact.FundingParts;
import org.jihe.rule.fact.FundingTotal;
import org.jihe.rule.fact.IndicatorFact;
import org.jihe.rule.fact.IndicatorPoints;
import org.jihe.rule.fact.IndicatorSet;
import org.jihe.rule.fact.Narrated;
import org.jihe.rule.fact.Objective;
import org.jihe.rule.fact.ScoreFact;
import org.jihe.rule.fact.Structure;
import org.jihe.rule.fact.group.AgencyClones;
import org.jihe.rule.fact.group.ClonedGroup;
import org.jihe.rule.fact.group.DossierFact;
import org.jihe.rule.fact.group.GroupFact;
import org.jihe.rule.fact.group.IndicatorYears;
import org.jihe.rule.fact.group.ListLine;
import org.jihe.rule.fact.group.ListedForm;
import org.jihe.rule.fact.group.NamedTargets;
import org.jihe.rule.fact.group.NearText;
import org.jihe.rule.fact.group.ProjectYears;
import org.jihe.rule.fact.group.ReusedText;
import org.jihe.rule.fact.group.SharingGroup;
import org.jihe.rule.fact.group.VanishedProject;
import org.jihe.rule.fact.wording.Explanations;
import org.jihe.rule.fact.wording.Plausibility;
import org.jihe.rule.fact.wording.Wording;
import org.jihe.rule.folder.RuleFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of facts and the handbook's page are what the facts themselves say. */
final class FactListTest {

  /** What a condition may name, and what is reached from there. */
  private static final List<Class<?>> FACTS =
      List.of(
          FormFact.class,
          IndicatorFact.class,
          FundingPartFact.class,
          ScoreFact.class,
          ErrorCount.class,
          FundingTotal.class,
          FundingParts.class,
          Execution.class,
          FormScores.class,
          FormTexts.class,
          Objective.class,
          Narrated.class,
          Explanations.class,
          IndicatorSet.class,
          Structure.class,
          Delivery.class,
          IndicatorPoints.class,
          Attainment.class,
          Answer.class,
          Wording.class,
          Plausibility.class,
          Measure.class,
          GroupFact.class,
          DossierFact.class,
          ClonedGroup.class,
          SharingGroup.class,
          AgencyClones.class,
          ReusedText.class,
          NearText.class,
          NamedTargets.class,
          ProjectYears.class,
          IndicatorYears.class,
          VanishedProject.class,
          ListedForm.class,
          ListLine.class);

  private static final Set<String> NOT_ASKED = Set.of("toString", "hashCode", "equals", "form");

  @Test
  void theListIsCurrent() throws IOException {
    StringBuilder list = new StringBuilder();
    for (Class<?> fact : FACTS) {
      for (FactList.Field field : fields(fact)) {
        list.append(field.fact()).append('\t').append(field.name()).append('\t');
        list.append(field.type()).append('\t').append(field.mayBeNull() ? "null" : "");
        list.append('\t').append(field.meaning()).append('\n');
      }
    }
    GoldenFile.at("src/main/resources/org/jihe/rule/drl/facts.tsv").holds(list.toString());
    assertThat(list.toString().lines()).hasSizeGreaterThan(200);
  }

  @Test
  void theHandbooksPageIsCurrent() throws Exception {
    StringBuilder page =
        new StringBuilder(
            """
            # 规则能问什么 / What rules may ask

            由程序生成：改动事实或参数后用 `-Djihe.update=true` 运行 `FactListTest` 更新。同样的内容用 `jihe rules facts [名称]` 查看。
            条件写作 `$form : FormFact( execution.ratio < limit("规则名.阈值名") )`；`null` 列写明的，单元格空白或无法读取时是 `null`，与它比较的条件不成立。
            Generated. The same on the command line: `jihe rules facts [NAME]`. Where the column says null, the field is null when its cells are blank or cannot be read, and no comparison with it holds.
            """);
    for (Class<?> fact : FACTS) {
      page.append("\n## ").append(fact.getSimpleName()).append("\n\n");
      page.append(summary(source(fact), "class|record")).append("\n\n");
      page.append("| field | type | null | |\n|---|---|---|---|\n");
      for (FactList.Field field : fields(fact)) {
        page.append("| `").append(field.name()).append("` | ").append(field.type());
        page.append(" | ").append(field.mayBeNull() ? "null" : "").append(" | ");
        page.append(field.meaning().replace("|", "\\|")).append(" |\n");
      }
    }
    page.append("\n## 参数 / Parameters\n\n");
    page.append("全国口径的阈值和用到它的规则。National thresholds and the rules that use them.\n\n");
    page.append("| parameter | value | rules |\n|---|---|---|\n");
    Map<String, Set<String>> users = new TreeMap<>();
    for (RuleHeader rule : RuleHeader.of(DrlFile.in(RuleFolder.at(Path.of("rules"))))) {
      for (ParameterUse use : rule.uses()) {
        users.computeIfAbsent(use.name(), any -> new TreeSet<>()).add(rule.info().id());
      }
    }
    Map<String, BigDecimal> limits =
        new TreeMap<>(RuleSet.open(null, null).parameters().thresholds());
    limits.forEach(
        (name, value) ->
            page.append(
                "| `%s` | %s | %s |\n"
                    .formatted(
                        name,
                        value.toPlainString(),
                        String.join(" ", users.getOrDefault(name, Set.of())))));
    GoldenFile.at("src/site/markdown/facts.md").holds(page.toString());
  }

  private static List<FactList.Field> fields(Class<?> fact) throws IOException {
    String source = source(fact);
    Map<String, FactList.Field> fields = new LinkedHashMap<>();
    List<Method> methods = new ArrayList<>(List.of(fact.getDeclaredMethods()));
    methods.sort(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount));
    for (Method method : methods) {
      if (asked(method)) {
        String name = method.getName() + (method.getParameterCount() == 1 ? "(\"…\")" : "");
        fields.put(
            name,
            new FactList.Field(
                fact.getSimpleName(),
                name,
                type(method),
                method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class),
                meaning(source, method)));
      }
    }
    return List.copyOf(fields.values());
  }

  private static boolean asked(Method method) {
    boolean text = method.getParameterCount() == 1 && method.getParameterTypes()[0] == String.class;
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && method.getReturnType() != void.class
        && (method.getParameterCount() == 0 || text)
        && !NOT_ASKED.contains(method.getName());
  }

  private static String type(Method method) {
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return "yes/no";
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return "whole number";
    }
    if (type == BigDecimal.class) {
      return "number";
    }
    return type == String.class ? "text" : type.getSimpleName();
  }

  private static String source(Class<?> fact) throws IOException {
    return Files.readString(Path.of("src/main/java", fact.getName().replace('.', '/') + ".java"));
  }

  /** The first sentence of what stands above a method; of a record's, its {@code @param}. */
  private static String meaning(String source, Method method) {
    Matcher above =
        Pattern.compile(
                "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public (?:final )?[^;{}=(]*\\b"
                    + method.getName()
                    + "\\(")
            .matcher(source);
    if (above.find()) {
      return sentence(above.group(1));
    }
    Matcher component =
        Pattern.compile("(?s)@param " + method.getName() + " ((?:(?!@param|\\*/).)*)")
            .matcher(source);
    return component.find() ? sentence(component.group(1)) : "";
  }

  private static String summary(String source, String kind) {
    Matcher above =
        Pattern.compile(
                "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public (?:abstract |final |sealed )*(?:"
                    + kind
                    + ")")
            .matcher(source);
    return above.find() ? sentence(above.group(1)) : "";
  }

  private static String sentence(String javadoc) {
    String text =
        javadoc
            .replaceAll("\\R\\s*\\*? ?", " ")
            .replaceAll("\\{@(?:code|link) #?([^}]*)}", "$1")
            .replaceAll("\\s+", " ")
            .strip();
    int tag = text.indexOf(" @");
    return tag < 0 ? text : text.substring(0, tag);
  }
}
