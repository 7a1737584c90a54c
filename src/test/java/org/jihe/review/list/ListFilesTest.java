package org.jihe.review.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.form.FormKey;
import org.jihe.message.JobException;
import org.jihe.rule.fact.group.ListedProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of the bureau, as they come. */
final class ListFilesTest {

  private static final String DOSSIER = FormKey.of("2022", "区城管局");

  @TempDir Path folder;

  @Test
  void readsChineseHeadsInGb18030AndTenThousands() throws Exception {
    List<ListedProject> lines =
        ledger("项目名称,主管部门,年度,支出数（万元）\r\n绿化养护,区城管局,2022年,\"1,234.56\"\r\n", "GB18030");

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).name()).isEqualTo("绿化养护");
    assertThat(lines.get(0).expenditure()).isEqualByComparingTo("12345600");
    assertThat(lines.get(0).line()).isEqualTo(2);
  }

  @Test
  void readsEnglishHeadsInAnyOrderAfterAByteOrderMark() throws Exception {
    List<ListedProject> lines =
        ledger("\ufeffamount,code,year,department,name\n12.30,A-1,2022,区城管局,绿化养护\n", "UTF-8");

    assertThat(lines.get(0).code()).isEqualTo("A-1");
    assertThat(lines.get(0).expenditure()).isEqualByComparingTo("12.30");
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    assertThatThrownBy(() -> ledger("项目名称,主管部门,年度\n甲,区城管局,2022\n", "UTF-8"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("list.column")
        .hasMessageContaining("支出数");
    assertThatThrownBy(() -> ledger("项目名称,主管部门,年度,支出数\n甲,区城管局,2022,1\n乙,区城管局,2022,很多\n", "UTF-8"))
        .hasMessageContaining("list.cell")
        .hasMessageContaining("line=3")
        .hasMessageContaining("column=4");
    assertThatThrownBy(() -> ledger("项目名称,主管部门,年度,支出数\n,区城管局,2022,1\n", "UTF-8"))
        .hasMessageContaining("list.remedy.blank");
    assertThatThrownBy(() -> ledger("", "UTF-8")).hasMessageContaining("list.empty");
    assertThatThrownBy(() -> ledger("项目名称,主管部门,年度,支出数\n\"甲,区城管局\n", "UTF-8"))
        .isInstanceOf(JobException.class);
    assertThatThrownBy(() -> ListFiles.read(folder.resolve("none.csv"), null))
        .hasMessageContaining("list.missing");
  }

  private List<ListedProject> ledger(String text, String charset) throws IOException, JobException {
    Path file = folder.resolve("list.csv");
    Files.write(file, text.getBytes(Charset.forName(charset)));
    List<ListedProject> lines = ListFiles.read(null, file).ledger(DOSSIER);
    return lines == null ? List.of() : lines;
  }
}
