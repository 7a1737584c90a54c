package org.jihe.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.version.VersionMark.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionMarkTest {

  @ParameterizedTest
  @CsvSource({
    "停车费.xlsx, 停车费（修改）.xlsx",
    "停车费.xlsx, 停车费-更正后.pdf",
    "停车费初稿.docx, 停车费定稿.docx",
    "停车费v1.xlsx, 停车费V2.xlsx",
    "停车费.xlsx, 停车费 v2.xlsx",
    "停车费第一稿.doc, 停车费第二稿.doc",
    "停车费第九版.doc, 停车费第十二版.doc",
    "停车费v2.xlsx, 停车费 ver 10.xlsx",
    "0315/停车费.xlsx, 0402/停车费.xlsx",
    "停车费20230315.xlsx, 停车费2023-04-02.xlsx",
    "停车费2023年3月15日.xlsx, 停车费2023年12月1日.xlsx",
    "停车费2022-12-31.xlsx, 停车费2023-01-02.xlsx",
    "停车费_20230315.xlsx, 停车费_0402.xlsx",
    "局/停车费.xlsx, 局/重新报送/停车费.xlsx",
    "parking.xlsx, parking-final.xlsx",
    "全区.zip!/停车费.xlsx, 全区.zip!/停车费更新.xlsx",
  })
  void theSecondIsLater(String earlier, String later) {
    assertThat(VersionMark.compare(earlier, later)).isEqualTo(Order.EARLIER);
    assertThat(VersionMark.compare(later, earlier)).isEqualTo(Order.LATER);
  }

  @ParameterizedTest
  @CsvSource({
    "停车费.xlsx, 停车费.pdf",
    "甲.xlsx, 乙.xlsx",
    // What both have in common says nothing.
    "修改/停车费.xlsx, 修改/停车费.pdf",
    "20230315/停车费.xlsx, 20230315/停车场.xlsx",
    // Years and amounts are no dates, nor is v in a word.
    "停车费2022.xlsx, 停车费2023.xlsx",
    "停车费1315.xlsx, 停车费1399.xlsx",
    "tv1.xlsx, tv2.xlsx",
    "finalize.xlsx, other.xlsx",
    "停车费v1.xlsx, 停车费.xlsx",
  })
  void nothingIsKnown(String one, String other) {
    assertThat(VersionMark.compare(one, other)).isEqualTo(Order.UNDECIDED);
    assertThat(VersionMark.compare(other, one)).isEqualTo(Order.UNDECIDED);
  }
}
