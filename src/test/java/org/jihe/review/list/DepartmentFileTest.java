package org.jihe.review.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DepartmentFileTest {

  @TempDir private Path folder;

  private Departments read(String text, Charset charset) throws Exception {
    Path file = folder.resolve("部门.csv");
    Files.write(file, text.getBytes(charset));
    return DepartmentFile.read(file);
  }

  @Test
  void readsBothEncodingsAndLanguages() throws Exception {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      Departments list =
          read("编码,名称,部门,组,类别,备注\r\n219001,,甲局,一组,行政,x\r\n,甲局老名称,甲局,一组,行政,\r\n\r\n", charset);
      assertThat(list.identity("219001-不认识")).isEqualTo("甲局");
      assertThat(list.identity("甲局老名称（本级）")).isEqualTo("甲局");
      assertThat(list.lines().get(0).group()).isEqualTo("一组");
      assertThat(list.lines().get(1).kind()).isEqualTo("行政");
      assertThat(list.lines().get(1).line()).isEqualTo(3);
    }
    Departments english = read("\ufeffDepartment,Name\n甲局,旧局\n", StandardCharsets.UTF_8);
    assertThat(english.identity("旧局")).isEqualTo("甲局");
    Departments either = read("名称/编码,部门\n旧局,甲局\n219001,甲局\n", StandardCharsets.UTF_8);
    assertThat(either.identity("旧局")).isEqualTo("甲局");
    assertThat(either.identity("219001 别的局")).isEqualTo("甲局");
  }

  @Test
  void aListWithoutLinesSaysNothing() throws Exception {
    assertThat(read("名称,部门\n", StandardCharsets.UTF_8).isEmpty()).isTrue();
    assertThat(DepartmentFile.read(null)).isNull();
  }

  @Test
  void mistakesAreToldWithTheirLine() {
    wrong("名称,部门\n甲局,乙局\n\n甲局,丙局\n", "list.contradiction", "4");
    wrong("名称,部门\n甲局,乙局\n丁局,\n", "list.cell", "3");
    wrong("名称,部门\n,乙局\n", "list.cell", "2");
    wrong("名称,组\n甲局,一\n", "list.column", "1");
    wrong("部门,组\n甲局,一\n", "list.column", "1");
    wrong("名称,name,部门\n", "list.twice", "1");
    wrong("名称,部门\n\"甲局,乙局\n", "list.malformed", "2");
  }

  private void wrong(String text, String key, String line) {
    assertThatThrownBy(() -> read(text, StandardCharsets.UTF_8))
        .isInstanceOfSatisfying(
            JobException.class,
            failure -> {
              assertThat(failure.key()).isEqualTo(key);
              assertThat(failure.arguments())
                  .containsEntry("line", line)
                  .containsEntry("option", "--departments")
                  .containsKey("file");
            });
  }

  @Test
  void aFileThatIsNoneIsTold() {
    assertThatThrownBy(() -> DepartmentFile.read(folder.resolve("none.csv")))
        .isInstanceOfSatisfying(
            JobException.class, e -> assertThat(e.key()).isEqualTo("list.missing"));
  }
}
