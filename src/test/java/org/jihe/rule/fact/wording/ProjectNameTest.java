package org.jihe.rule.fact.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectNameTest {

  @ParameterizedTest
  @CsvSource({
    "政府投资计划2, 政府投资计划",
    "2022年政府投资计划（第1批）, 政府投资计划",
    "专项经费(2022年度), 专项经费",
    "２０２２年度 专项经费, 专项经费",
    "政务网高清视频会议系统(2022运维), 政务网高清视频会议系统",
    "上海市闵行区行政服务中心（汇总）, 上海市闵行区行政服务中心汇总",
    "2022, ''"
  })
  void numbersAndYearsAreNoName(String name, String bare) {
    assertThat(ProjectName.bare(name)).isEqualTo(bare);
  }
}
