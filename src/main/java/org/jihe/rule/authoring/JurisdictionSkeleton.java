package org.jihe.rule.authoring;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.WrongFile;
import org.jihe.rule.jurisdiction.Jurisdiction;

/**
 * Writes the file of a new jurisdiction for a bureau to fill in: as it is written it changes
 * nothing but its name, and every threshold stands there to be uncommented.
 */
public final class JurisdictionSkeleton {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  private JurisdictionSkeleton() {}

  /**
   * Writes the file.
   *
   * @param rules the folder of rules; made where there is none
   * @param name its name for people
   * @param inherits id of the jurisdiction whose parameters count where the file says nothing
   * @throws RuleException where the id will not do, is taken, or the other is not there
   */
  public static Path write(Path rules, String id, String name, String inherits)
      throws RuleException {
    if (!ID.matcher(id).matches()) {
      throw RuleException.of(id, 0, "jurisdiction.id", Map.of("id", id));
    }
    Path file = rules.resolve("jurisdictions").resolve(id + ".yaml");
    RuleJurisdictions known =
        RuleJurisdictions.open(Files.isDirectory(rules.resolve("jurisdictions")) ? rules : null);
    if (Files.exists(file) || known.ids().contains(id)) {
      throw RuleException.of(file.toString(), 0, "jurisdiction.taken", Map.of("id", id));
    }
    Jurisdiction parent = null;
    for (Jurisdiction one : known.all()) {
      parent = one.id().equals(inherits) ? one : parent;
    }
    if (parent == null) {
      Map<String, Object> told = Map.of("jurisdiction", inherits, "known", known.ids());
      throw RuleException.of(file.toString(), 0, "parameters.noJurisdiction", told);
    }
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(id, name, parent), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      Map<String, String> told = Map.of("detail", WrongFile.detail(e));
      throw RuleException.of(file.toString(), 0, "file.unwritable", told);
    }
    return file;
  }

  private static String text(String id, String name, Jurisdiction parent) {
    String quoted = "'" + name.replace("'", "''").replaceAll("\\p{Cntrl}", " ") + "'";
    StringBuilder text =
        new StringBuilder(
            """
            # 地区参数：只写与所继承的不同之处。删去行首的 # 并改数，没有改的照旧。
            # 有文件的，写明依据：{value: 0.85, source: 文件名称和文号, quoted: 原文, from: 2024, to: 2026, confidence: seen}
            # confidence：seen 看过文件，observed 从公开的表看出，reported 别人转述，assumed 依据待确认。
            jurisdiction: %s
            name: %s
            inherits: %s

            # 主管部门或实施单位的名称含有这些词的表，不指定地区时按本文件检查。
            detect:
              departments: []
              templates: []

            # 词语表可以整项替换，也可以增减：
            # words:
            #   late: {add: [拖期], remove: [落后]}

            # 执行率和执行得分的进位：any、halfUp、down、up
            # rounding: halfUp

            # 越低越好的指标没有达到目标时怎样折算：ratio、linear
            # reverseScore: ratio

            # 不用的规则
            # switchedOff: []

            # 阈值，%s的数；比例写成小数。
            # thresholds:
            """
                .formatted(id, quoted, parent.id(), parent.name()));
    String rule = "";
    for (Map.Entry<String, BigDecimal> one :
        new TreeMap<>(parent.parameters().thresholds()).entrySet()) {
      int dot = one.getKey().indexOf('.');
      if (!one.getKey().substring(0, dot).equals(rule)) {
        rule = one.getKey().substring(0, dot);
        text.append("#   ").append(rule).append(":\n");
      }
      text.append("#     ").append(one.getKey().substring(dot + 1)).append(": ");
      text.append(one.getValue().toPlainString()).append('\n');
    }
    return text.toString();
  }
}
