package org.jihe.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ChartTest {

  @Test
  void barsAreAsLongAsTheirValues() {
    Document svg = parsed(Chart.bars(List.of("甲", "<乙>", "丙"), List.of(10, 5, 0)));
    List<Double> widths =
        svg.select("rect").stream().map(bar -> Double.valueOf(bar.attr("width"))).toList();
    assertThat(widths.get(1)).isEqualTo(widths.get(0) / 2);
    assertThat(widths.get(2)).isZero();
    assertThat(svg.select("text").eachText()).contains("<乙>", "10", "5", "0");
  }

  @Test
  void pointsStandWhereTheirValuesAreAndLinesGoThroughThem() {
    Document svg =
        parsed(
            Chart.plot("份数", "得分")
                .point(0, 0, "")
                .point(10, 100, "甲")
                .line(List.of(new double[] {0, 50}, new double[] {10, 50}))
                .svg());
    List<Double> xs =
        svg.select("circle").stream().map(dot -> Double.valueOf(dot.attr("cx"))).toList();
    List<Double> ys =
        svg.select("circle").stream().map(dot -> Double.valueOf(dot.attr("cy"))).toList();
    assertThat(xs.get(0)).isLessThan(xs.get(1));
    assertThat(ys.get(0)).isGreaterThan(ys.get(1));
    assertThat(svg.select("path")).hasSize(2);
    assertThat(svg.select("text").eachText()).contains("份数", "得分", "甲");
  }

  @Test
  void aPlotWithoutPointsAndOneOfEqualValuesAreDrawn() {
    assertThat(parsed(Chart.plot("x", "y").svg()).select("circle")).isEmpty();
    String one = Chart.plot("x", "y").point(5, 5, "").point(5, 5, "").svg();
    assertThat(one).doesNotContain("NaN");
    assertThat(parsed(one).select("circle")).hasSize(2);
  }

  private static Document parsed(String svg) {
    return Jsoup.parse(svg, Parser.xmlParser());
  }
}
