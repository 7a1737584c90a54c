package org.jihe.source.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import org.jihe.SampleForms;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Shown;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

  private static final String TRANSCRIPT =
      """
      {
        "form": 1,
        "title": "项目支出绩效自评表",
        "year": "2022",
        "projectName": "法律顾问费",
        "supervisingDepartment": null,
        "province": "上海",
        "currencyUnit": "元",
        "funding": {
          "total": {
            "originalBudget": "18000.00", "finalBudget": 9000.00,
            "actualExpenditure": "9,000",
            "score": "10"
          },
          "otherFunds": {"originalBudget": null, "reason": "无"}
        },
        "annualObjective": {
          "planned": "甲",
          "achieved": "乙"
        },
        "indicators": [
          {
            "category": "产出指标",
            "name": "审核率",
            "maxScore": "10",
            "score": "10"
          }
        ],
        "total": {
          "maxScore": "100",
          "score": "98.5",
          "grade": "优"
        },
        "extras": [
          {"subject": "indicators[0]", "label": "备注", "value": "丙"},
          {"subject": "closing", "label": "联系人", "value": "丁"}
        ]
      }
      """;

  private static Quarantined refusal(String json) {
    return Shown.refusal("a.json", json.getBytes(UTF_8));
  }

  @Test
  void aTranscriptIsLaidOutAsItsForm() {
    assertThat(Shown.cells("a.json", TRANSCRIPT))
        .containsExactly(
            "A3 1x9 项目支出绩效自评表",
            "A4 1x9 （2022年度）",
            "A5 项目名称",
            "B5 1x8 法律顾问费",
            "A6 主管部门",
            "A7 province",
            "B7 1x8 上海",
            "A8 项目资金（元）",
            "C9 年初预算数",
            "D9 全年预算数",
            "E9 全年执行数",
            "F9 分值",
            "G9 执行率",
            "H9 得分",
            "I9 reason",
            "B10 年度资金总额",
            "C11 18000.00",
            "D11 9000.00",
            "E12 9,000",
            "H13 10",
            "B15 其他资金",
            "I15 无",
            "A17 年度总体目标",
            "B17 1x4 预期目标",
            "F17 1x4 实际完成情况",
            "B18 1x4 甲",
            "F19 1x4 乙",
            "A21 绩效指标",
            "B21 一级指标",
            "C21 二级指标",
            "D21 三级指标",
            "E21 年度指标值",
            "F21 实际完成值",
            "G21 分值",
            "H21 得分",
            "I21 偏差原因分析及改进措施",
            "J21 备注",
            "B23 产出指标",
            "D24 审核率",
            "G25 10",
            "H26 10",
            "J35 丙",
            "A29 1x6 总分",
            "G30 100",
            "H31 98.5",
            "I32 优",
            "A36 联系人",
            "B36 1x8 丁");
  }

  @Test
  void manyTranscriptsInAFileAreGridsOfTheirOwn() {
    List<ObjectNode> samples = SampleForms.transcripts();
    String array =
        samples.stream().map(ObjectNode::toString).collect(Collectors.joining(",", "[", "]"));
    String lines = samples.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    String pretty =
        samples.stream().map(ObjectNode::toPrettyString).collect(Collectors.joining("\n"));
    for (String text : List.of(array, lines, pretty)) {
      Document document = Shown.document("a.json", text.getBytes(UTF_8));
      assertThat(document.grids()).hasSize(samples.size());
      assertThat(document.grids()).allMatch(grid -> grid.columns() == Grid.Columns.FIXED);
    }
    Document byLine = Shown.document("a.jsonl", lines.getBytes(UTF_8));
    for (int i = 0; i < samples.size(); i++) {
      int line = i + 1;
      assertThat(byLine.grids().get(i).rows())
          .allMatch(row -> row.stream().allMatch(cell -> cell.position().row() == line));
    }
  }

  @Test
  void everyEncodingIsRead() {
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"), UTF_16LE)) {
      assertThat(Shown.cells(Shown.document("a.txt", TRANSCRIPT.getBytes(charset))))
          .contains("B5 1x8 法律顾问费");
    }
  }

  @Test
  void otherJsonIsNoForm() {
    Quarantined entry = refusal("{\"name\": \"x\", \"version\": 3}");
    assertThat(entry.reason()).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(entry.detail()).isEqualTo("name, version");
    assertThat(refusal("[]").reason()).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(refusal("[1, \"a\", null]").reason()).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(refusal("{\"indicators\": 3, \"funding\": {}}").reason())
        .isEqualTo(Reason.NO_FORM_FOUND);
  }

  @Test
  void brokenJsonIsDamagedAndItsPlaceIsTold() {
    Quarantined entry = refusal("{\"a\": 1,\n \"b\" 2}");
    assertThat(entry.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(entry.detail()).endsWith("(2:6)");
    assertThat(refusal(TRANSCRIPT + "rubbish").reason()).isEqualTo(Reason.DAMAGED);
    assertThat(refusal("{\"a\": 1, \"a\": 2}").detail()).isEqualTo("\"a\" twice (1:15)");
  }

  @Test
  void aTranscriptThatWasCutOffHasNoLastRow() {
    String cut = TRANSCRIPT.substring(0, TRANSCRIPT.indexOf("\"98.5\""));
    assertThat(Shown.cells("a.json", cut))
        .contains("B5 1x8 法律顾问费", "D24 审核率")
        .noneMatch(cell -> cell.contains("总分"));
    String whole = TRANSCRIPT + cut;
    assertThat(Shown.cells("a.json", whole)).filteredOn(cell -> cell.contains("总分")).hasSize(1);
  }

  @Test
  void theLimitsHold() {
    assertThat(refusal("[".repeat(100_000)).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(refusal("{\"a\":" + "9".repeat(5000) + "}").reason())
        .isEqualTo(Reason.LIMIT_EXCEEDED);
    Sources few = new Sources(Limits.STANDARD.with("cells", "10"));
    assertThat(
            few.read(new RawFile("a.json", TRANSCRIPT.getBytes(UTF_8))).get(0).refusal().detail())
        .isEqualTo("cells > 10");
  }
}
