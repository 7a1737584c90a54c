package org.jihe.form.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.department.JoinedNames.Joined;
import org.jihe.form.department.JoinedNames.Reading;
import org.junit.jupiter.api.Test;

final class DepartmentsTest {

  private static List<DepartmentLine> lines(String... pairs) {
    List<DepartmentLine> lines = new ArrayList<>();
    for (String pair : pairs) {
      String[] cells = pair.split(">", -1);
      String group = cells.length > 2 ? cells[2] : null;
      lines.add(new DepartmentLine(cells[0], cells[1], group, null, lines.size() + 2));
    }
    return lines;
  }

  private static Departments of(String... pairs) {
    return new Departments("部门.csv", lines(pairs));
  }

  @Test
  void theListGoesBeforeTheName() {
    Departments list = of("青阳市住建局>青阳市住房和城乡建设局", "219001>青阳市住房和城乡建设局", "旧名局>新名局");
    for (String printed :
        List.of(
            "青阳市住建局",
            "青阳市住建局（本级）",
            " 青阳市 住建局",
            "219001-青阳市建委",
            "219001-青阳市住房和城乡建设局",
            "青阳市住房和城乡建设局(汇总)")) {
      assertThat(list.identity(printed)).as(printed).isEqualTo("青阳市住房和城乡建设局");
    }
    assertThat(list.identity("旧名局")).isEqualTo("新名局");
    assertThat(list.identity("青阳市水利局")).isEqualTo("青阳市水利局");
    assertThat(list.identity("219002-青阳市建委")).isEqualTo("青阳市建委");
    assertThat(list.identity(null)).isEmpty();
    assertThat(Departments.NONE.identity("青阳市住建局")).isEqualTo("青阳市住建局");
  }

  @Test
  void theListMayPartWhatAGuessJoins() {
    Departments list = of("甲局（本级）>甲局（本级）", "甲局>甲局");
    assertThat(list.identity("甲局（本级）")).isNotEqualTo(list.identity("甲局"));
    assertThat(list.identity("甲局（汇总）")).isEqualTo(list.identity("甲局"));
    assertThat(Departments.contradictions(list.lines())).isEmpty();
  }

  @Test
  void nameGoesBeforeCode() {
    Departments list = of("219001>甲局", "乙局>丙局");
    assertThat(list.identity("219001-乙局")).isEqualTo("丙局");
    // Over years one code with other names, and the code alone.
    assertThat(list.identity("219001-旧局")).isEqualTo("甲局");
    assertThat(list.identity("219001－改名后的局（汇总）")).isEqualTo("甲局");
    assertThat(list.identity("219001")).isEqualTo("甲局");
    assertThat(list.identity(" ２１９００１ ")).isEqualTo("甲局");
    assertThat(list.identity("219002")).isEqualTo("219002");
  }

  @Test
  void contradictionsAreTold() {
    assertThat(Departments.contradictions(lines("甲局>乙局", "219001>乙局", "甲 局>乙局（汇总）"))).isEmpty();
    for (String[] wrong :
        new String[][] {
          {"甲局>乙局", "甲局>丙局"},
          {"219001>乙局", "219001>丙局"},
          {"219001>乙局", "219001-甲局>丙局"},
          {"甲局>乙局", "乙局>丙局"},
          {"甲局>乙局>一组", "丁局>乙局>二组"}
        }) {
      List<DepartmentLine> lines = lines(wrong);
      assertThat(Departments.contradictions(lines))
          .as(String.join(" | ", wrong))
          .containsOnlyKeys(lines.get(1))
          .containsValue(lines.get(0));
    }
  }

  @Test
  void fingerprintDependsOnWhatIsSaidAlone() {
    assertThat(of("甲局>乙局").fingerprint()).isEqualTo(of("甲局>乙局").fingerprint());
    assertThat(of("甲局>乙局").fingerprint())
        .isNotEqualTo(of("甲局>丙局").fingerprint())
        .isNotEqualTo(of("甲局>乙局>组").fingerprint())
        .isNotEqualTo(Departments.NONE.fingerprint());
  }

  private static List<Joined> joined(Departments departments, String... names) {
    JoinedNames joined = new JoinedNames(departments);
    for (String name : names) {
      joined.add(name, "某校");
    }
    return joined.found();
  }

  @Test
  void guessesAreListed() {
    assertThat(joined(Departments.NONE, "甲局", "甲局（本级）", "乙局"))
        .containsExactly(new Joined(Reading.DEPARTMENT, List.of("甲局", "甲局(本级)")));
    assertThat(joined(Departments.NONE, "219001-甲局", "319001-甲局"))
        .containsExactly(new Joined(Reading.DEPARTMENT, List.of("219001-甲局", "319001-甲局")));
    assertThat(joined(Departments.NONE, "219001-甲局", "219001-乙局"))
        .containsExactly(new Joined(Reading.APART, List.of("219001-乙局", "219001-甲局")));
    JoinedNames agencies = new JoinedNames(Departments.NONE);
    agencies.add("甲局", "甲局");
    agencies.add("甲局", "甲局（本级）");
    agencies.add("乙局", "甲局机关");
    assertThat(agencies.found())
        .containsExactly(new Joined(Reading.AGENCY, List.of("甲局", "甲局(本级)")));
  }

  @Test
  void whatIsNoGuessIsNotListed() {
    assertThat(joined(Departments.NONE, "甲局", "219001-甲局", " 甲 局", "[219001]甲局")).isEmpty();
    assertThat(joined(Departments.NONE, "甲局（汇总）", "甲局(汇总)")).isEmpty();
    assertThat(joined(of("甲局>甲局", "甲局（本级）>甲局"), "甲局", "甲局（本级）")).isEmpty();
    assertThat(joined(of("219001>甲局"), "219001-甲局", "219001-乙局")).isEmpty();
  }

  @Test
  void whatPartsOfAWorkspaceSaySeparatelyIsPutTogether() {
    JoinedNames all = new JoinedNames(Departments.NONE);
    for (String name : List.of("甲局", "甲局（本级）")) {
      JoinedNames part = new JoinedNames(Departments.NONE);
      part.add(name, null);
      all.add(part);
    }
    assertThat(all.found()).hasSize(1);
  }
}
