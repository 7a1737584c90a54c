package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.jihe.SampleForms;
import org.jihe.workspace.file.WorkspacePlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a command line names, where names hold what libraries take for something else. */
class PlacesTest {

  private static final String NAME = "绩效 测试 100%25 #1 +&=,;@[x]{y}(z)'!~$";

  /** So many departments that their files are not joined but written anew. */
  private static final int DEPARTMENTS = 205;

  @TempDir private Path root;

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void everyPathOfACommandLine() throws IOException {
    Path folder = Files.createDirectory(root.resolve(NAME));
    Path forms = Files.createDirectories(folder.resolve("自评表 #2/报送%20"));
    String form = SampleForms.texts().get(0);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < DEPARTMENTS; i++) {
      texts.add(form.replace("上海市闵行区行政服务中心", "第" + i + "区行政服务中心"));
    }
    Files.writeString(forms.resolve("表 [1]+&.txt"), String.join("\n", texts));
    Path rules = Files.createDirectories(folder.resolve("规则 %E7/local"));
    Files.copy(Path.of("rules/examples/own-rules.csv"), rules.resolve("自定 #.csv"));
    Path waivers = folder.resolve("豁免 #.yaml");
    Files.writeString(waivers, "waivers: []\n");
    Path list = folder.resolve("清单 +.csv");
    Files.writeString(list, "项目名称,主管部门,年度\n法律顾问费,第1区行政服务中心,2022\n");
    Path workspace = folder.resolve("工作区 #3?*");

    Run review =
        Run.of(
            "review",
            forms.toString(),
            "--workspace",
            workspace.toString(),
            "--rules",
            rules.getParent().toString(),
            "--waivers",
            waivers.toString(),
            "--project-list",
            list.toString());
    assertThat(review.code()).as(review.err()).isZero();
    assertThat(review.out()).contains(workspace.resolve("published").toString());
    Path parquet = workspace.resolve("published/forms.parquet");
    assertThat(rows(parquet)).isEqualTo(DEPARTMENTS);
    assertThat(Files.readAllLines(workspace.resolve("published/forms.csv")))
        .hasSize(DEPARTMENTS + 1);

    Path out = folder.resolve("转录 #4");
    assertThat(Run.of("transcribe", forms.toString(), "--out", out.toString()).code()).isZero();
    assertThat(files(out)).hasSize(DEPARTMENTS);
    assertThat(files(root)).allMatch(file -> file.startsWith(folder));
    assertThat(files(workspace.resolve("tables"))).hasSizeGreaterThan(DEPARTMENTS);
  }

  private static long rows(Path parquet) throws IOException {
    var file = new org.apache.hadoop.fs.Path(WorkspacePlaces.address(parquet));
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration()))) {
      return reader.getRecordCount();
    }
  }
}
