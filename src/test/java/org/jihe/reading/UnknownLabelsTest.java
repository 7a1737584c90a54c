package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jihe.finding.Finding;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One label of a form is replaced by one that no declaration may know: every value is still read,
 * with a guess that names it, or the place is said not to be recognised. Nobody is accused of what
 * was not read.
 */
class UnknownLabelsTest {

  private static final Path PLAIN = Path.of("datasets/cases/files/base.html");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private record Slot(String label, String others) {}

  private static final List<Slot> SLOTS =
      List.of(
          new Slot("项目名称", "项目全称 名称 资金项目 专项名称 项目（政策）名称"),
          new Slot("主管部门", "业务主管 归口管理部门 主管局 一级预算单位 牵头单位 主管处室"),
          new Slot("实施单位", "填报单位 执行单位 项目承担单位 责任单位 用款单位 项目法人"),
          new Slot("年初预算数", "年初批复数 年初安排数 原预算 批复金额 期初预算数 计划投资"),
          new Slot("全年预算数", "预算安排数 调整后金额 预算额度 年度安排资金 可用资金 下达数"),
          new Slot("全年执行数", "决算数 实际支出 支出金额 累计支出 全年支付数 已用资金"),
          new Slot("年度资金总额", "全部资金 预算资金总计 资金总量 总计 总额度 项目总投入"),
          new Slot("其中：当年财政拨款", "当年财政资金 本级财力安排 省级资金 财政补助 预算内资金 公共财政"),
          new Slot("上年结转资金", "往年沉淀资金 上年度结余 历年结转 以前年度资金 存量资金"),
          new Slot("其他资金", "自筹资金 社会资本 其他来源 单位自筹 配套资金"),
          new Slot("预期目标", "年初制定目标 计划目标 设定目标 预定目标 年初计划"),
          new Slot("实际完成情况", "年末完成情况 完成总体情况 落实情况 实现程度 全年进展"),
          new Slot("三级指标", "具体指标 指标内容 明细指标 考核指标 指标 绩效内容"),
          new Slot("年度指标值", "计划值 预期值 目标 应完成值 年度计划 考核标准 标准值 指标目标"),
          new Slot("实际完成值", "全年实际完成值 实际数 达成值 年末值 执行情况 完成 自评结果"),
          new Slot("偏差原因分析及改进措施", "差异说明 未达标原因 原因 情况说明 问题与措施 自评说明"),
          new Slot("总分", "总评分 自评总分 综合得分 合计得分 评价得分 累计"));

  /** Points and scores are labelled alike in both tables; each is replaced in both. */
  private static final List<Slot> IN_BOTH =
      List.of(new Slot("分值", "满分 标准分 权重分值 分数 配分 应得分"), new Slot("得分", "自评分 评分 实得分 评价得分 最终得分 自我评分"));

  record Variant(String label, String other) {
    @Override
    public String toString() {
      return label + " = " + other;
    }
  }

  static Stream<Variant> variants() {
    return Stream.concat(SLOTS.stream(), IN_BOTH.stream())
        .flatMap(
            slot -> Stream.of(slot.others.split(" ")).map(other -> new Variant(slot.label, other)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void nothingIsLostInSilence(Variant variant) throws IOException, RuleException {
    String plain = Files.readString(PLAIN);
    SelfEvaluation wanted = read(plain);
    String changed = plain.replace(">" + variant.label + "<", ">" + variant.other + "<");
    assertThat(changed).isNotEqualTo(plain);
    SelfEvaluation form = read(changed);
    assertThat(silent(wanted, form)).as("silently wrong").isEmpty();
    Set<String> texts = texts(form);
    List<String> lost =
        FormFields.of(wanted).entrySet().stream()
            .filter(entry -> entry.getKey().isField())
            .map(entry -> entry.getValue().printed())
            .filter(text -> text != null && !texts.contains(Texts.folded(text)))
            .toList();
    assertThat(lost).as("lost").isEmpty();
    Set<String> accusations = accusations(wanted);
    assertThat(accusations(form)).as("accused").isSubsetOf(accusations);
  }

  private SelfEvaluation read(String html) throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), html);
    List<FileReading> readings = new FormReader().read(file);
    assertThat(readings.get(0).quarantined()).isEmpty();
    assertThat(readings.get(0).forms()).hasSize(1);
    return readings.get(0).forms().get(0);
  }

  private static List<String> silent(SelfEvaluation wanted, SelfEvaluation form) {
    List<String> silent = new ArrayList<>();
    if (wanted.indicators().size() != form.indicators().size()) {
      return List.of("indicators " + form.indicators().size());
    }
    FormFields.of(wanted)
        .forEach(
            (path, field) -> {
              if (!path.isField()) {
                return;
              }
              String there = Objects.requireNonNull(path.in(form)).printed();
              if (!Objects.equals(there, field.printed()) && !isTold(path, form)) {
                silent.add(path + ": " + there + " for " + field.printed());
              }
            });
    return silent;
  }

  private static boolean isTold(FormPath path, SelfEvaluation form) {
    String every = path.toString().replaceFirst("\\[\\d+]", "[]");
    for (Guess guess : form.recovery().guesses()) {
      FormPath subject = FormPath.find(guess.subject());
      if (guess.subject().equals(every) || (subject != null && subject.holds(path.toString()))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> texts(SelfEvaluation form) throws IOException {
    Set<String> texts = new HashSet<>();
    add(JSON.readTree(Transcripts.write(form)), texts);
    return texts;
  }

  private static void add(JsonNode node, Set<String> texts) {
    if (node.isValueNode()) {
      texts.add(Texts.folded(node.asText()));
    }
    node.forEach(child -> add(child, texts));
  }

  private static Set<String> accusations(SelfEvaluation form) throws RuleException {
    Set<String> accusations = new HashSet<>();
    for (Finding finding : RuleEngine.of(RuleSet.open(null, null)).evaluate("f", form).findings()) {
      accusations.add(finding.ruleId() + " " + finding.subject());
    }
    return accusations;
  }
}
