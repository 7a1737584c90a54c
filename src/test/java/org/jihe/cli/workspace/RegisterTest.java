package org.jihe.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.SampleForms;
import org.jihe.cli.Run;
import org.jihe.cli.console.ExitCode;
import org.jihe.review.Sessions;
import org.jihe.workspace.FolderState;
import org.jihe.workspace.OldWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is registered is read by a Spark that knows Iceberg and nothing of the program. */
class RegisterTest {

  @TempDir private Path folder;

  private int catalogs;

  private List<Row> plainly(Path catalog, String query) {
    SparkSession spark = Sessions.current();
    // Another name each time: Spark keeps the tables of a catalog that it has opened.
    String name = "plain" + System.nanoTime() + "_" + catalogs++;
    spark.conf().set("spark.sql.catalog." + name, "org.apache.iceberg.spark.SparkCatalog");
    spark.conf().set("spark.sql.catalog." + name + ".type", "hadoop");
    spark.conf().set("spark.sql.catalog." + name + ".warehouse", "file://" + catalog);
    return spark.sql(query.replace("plain.", name + ".")).collectAsList();
  }

  private void run(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
  }

  private void review(Path workspace, String amount) throws IOException {
    Path form = folder.resolve("form.txt");
    String text = SampleForms.texts().get(0) + "\n" + SampleForms.texts().get(2);
    Files.writeString(form, text.replace("18000.00", amount));
    run("review", form.toString(), "--workspace", workspace.toString());
  }

  @Test
  void aPlainSparkReadsTheTables() throws Exception {
    Path workspace = folder.resolve("工作 区");
    review(workspace, "18000.00");
    Run registered =
        Run.of("workspace", "register", "--workspace", workspace.toString(), "--format", "json");
    assertThat(registered.code()).as(registered.err()).isZero();
    Map<?, ?> said = new ObjectMapper().readValue(registered.out(), Map.class);
    Path catalog = Path.of((String) said.get("catalog"));
    assertThat(catalog).isEqualTo(workspace.resolve("iceberg"));
    assertThat(said.get("tables").toString()).contains("forms", "findings");
    assertThat(plainly(catalog, "select count(*) from plain.forms").get(0).getLong(0)).isEqualTo(2);
    assertThat(plainly(catalog, "select projectName.printed from plain.forms").toString())
        .contains("法律顾问费");
    long findings = plainly(catalog, "select count(*) from plain.findings").get(0).getLong(0);
    assertThat(findings).isPositive();

    review(workspace, "17000.00");
    assertThat(plainly(catalog, "select * from plain.forms").toString()).contains("18000.00");
    run("workspace", "register", "--workspace", workspace.toString());
    assertThat(plainly(catalog, "select * from plain.forms").toString())
        .contains("17000.00")
        .doesNotContain("18000.00");

    Path copy = folder.resolve("copy");
    FolderState.copy(workspace, copy);
    Map<String, Integer> before = FolderState.of(workspace);
    review(copy, "16000.00");
    run("workspace", "register", "--workspace", copy.toString());
    assertThat(plainly(copy.resolve("iceberg"), "select * from plain.forms").toString())
        .contains("16000.00");
    assertThat(FolderState.of(workspace)).isEqualTo(before);
  }

  /** The class path of the tests but for the program itself. */
  private static String foreignClasses() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Files.exists(Path.of(entry, "org/jihe/cli/Main.class")))
        .filter(entry -> !entry.endsWith("jihe.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void anotherProgramReadsTheTablesWithoutAClassOfThisOne() throws Exception {
    Path workspace = folder.resolve("工作 区");
    review(workspace, "18000.00");
    run("workspace", "register", "--workspace", workspace.toString());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx600m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-cp", foreignClasses(), PlainReader.class.getName()));
    command.add(workspace.resolve("iceberg").toString());
    command.add("select count(*), min(projectName.printed) from plain.forms");
    command.add("select count(*) > 0 from plain.findings");
    command.add("select count(*) from plain.score_audit a join plain.forms f using (formId)");
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    assertThat(Files.readAllLines(said))
        .filteredOn(line -> line.startsWith("row "))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("row 2|");
    assertThat(Files.readString(said)).contains("row true", "row 2\n");
  }

  @Test
  void anOldWorkspaceIsRegisteredElsewhereAsItIs() throws Exception {
    Path workspace = folder.resolve("old");
    OldWorkspace.at(workspace);
    Map<String, Integer> before = FolderState.of(workspace);
    Path catalog = folder.resolve("目录");
    Run registered =
        Run.of("workspace", "register", "--workspace", workspace.toString(), "--to", "" + catalog);
    assertThat(registered.code()).as(registered.err()).isZero();
    assertThat(registered.out()).contains(catalog.toString(), "forms");
    assertThat(plainly(catalog, "select * from plain.forms")).isNotEmpty();
    assertThat(FolderState.of(workspace)).isEqualTo(before);
  }

  @Test
  void withoutAWorkspaceThereIsNothingToRegister() {
    Run run = Run.of("workspace", "register", "--workspace", folder.resolve("none").toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
