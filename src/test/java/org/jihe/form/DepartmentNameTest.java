package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DepartmentNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "江陵市教育局",
        " 江陵市 教育局\n",
        "江陵市教育局(汇总)",
        "江陵市教育局（汇总）",
        "江陵市教育局 （汇总） ",
        "江陵市教育局【本级】",
        "江陵市教育局（本级）",
        "江陵市教育局(部门本级)",
        "江陵市教育局本级",
        "江陵市教育局-本级",
        "江陵市教育局汇总",
        "江陵市教育局（本级）（汇总）",
        "219001-江陵市教育局",
        "２１９００１－江陵市教育局",
        "219001—江陵市教育局（本级）",
        "219-江陵市教育局",
        "219001江陵市教育局",
        "219001 江陵市教育局",
        "[219001]江陵市教育局",
        "【219001】江陵市教育局",
        "(219)江陵市教育局",
        "219001:江陵市教育局",
        "219001.江陵市教育局",
        "江陵市教育局(219001)",
        "江陵市教育局（本级）（219001）",
        "江陵市教育局-219001"
      })
  void oneDepartmentIsSpelledInManyWays(String printed) {
    assertThat(DepartmentName.identity(printed)).isEqualTo("江陵市教育局");
    assertThat(DepartmentName.of(printed).core()).isEqualTo("江陵市教育局");
  }

  @Test
  void otherDepartmentsStayOthers() {
    List<String> names =
        List.of(
            "江陵市教育局",
            "江陵县教育局",
            "教育局",
            "江陵市教育局第一中学",
            "江陵市教育局（第一幼儿园）",
            "江陵市教育局机关服务中心",
            "江陵市教育局机关",
            "江陵市本级",
            "江陵市",
            "本级",
            "江陵市第3中学",
            "江陵市第4中学",
            "110指挥中心",
            "指挥中心",
            "12345热线管理中心",
            "热线管理中心",
            "12345 热线",
            "热线",
            "上海市闵行区七宝镇人民政府（2022）",
            "上海市闵行区七宝镇人民政府");
    assertThat(names.stream().map(DepartmentName::identity)).doesNotHaveDuplicates();
    assertThat(names.stream().map(DepartmentName::identity)).noneMatch(String::isEmpty);
  }

  @ParameterizedTest
  @CsvSource({
    "219001-江陵市教育局,219001",
    "【219】江陵市教育局,219",
    "江陵市教育局（219001）,219001",
    "江陵市教育局（本级）（219001）,219001",
    "江陵市教育局,''",
    "110指挥中心,''",
    "219001,''"
  })
  void codeIsThatWhichIsPrinted(String printed, String code) {
    assertThat(DepartmentName.of(printed).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "219001-江陵市教育局（本级）,江陵市教育局本级",
    "江陵市教育局 (汇总),江陵市教育局汇总",
    "江陵市教育局(219001),江陵市教育局",
    "219001-江陵市教育局,江陵市教育局"
  })
  void plainNameLacksTheCodeAlone(String printed, String plain) {
    assertThat(DepartmentName.of(printed).plain()).isEqualTo(plain);
  }

  @Test
  void nothingPrintedIsNoName() {
    for (String blank : new String[] {null, "", " ", "—"}) {
      assertThat(DepartmentName.of(blank)).isEqualTo(new DepartmentName("", "", ""));
    }
    assertThat(DepartmentName.identity("219001")).isEqualTo("219001");
    assertThat(DepartmentName.identity("（汇总）")).isEqualTo("汇总");
  }

  @Test
  void identityIsItsOwn() {
    for (String printed : List.of("219001-江陵市教育局（本级）", "上海市闵行区行政服务中心 (汇总)", "江陵市本级")) {
      String identity = DepartmentName.identity(printed);
      assertThat(DepartmentName.identity(identity)).isEqualTo(identity);
    }
  }
}
