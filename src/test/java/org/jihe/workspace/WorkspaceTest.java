package org.jihe.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jihe.review.Sessions;
import org.jihe.table.CommentedColumns;
import org.jihe.table.Rows;
import org.jihe.workspace.catalog.WorkspaceBusyException;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jihe.workspace.file.WorkspacePlaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables wherever the workspace lies, whatever the clock says, whatever is missing. */
class WorkspaceTest {

  /** What stands in names of folders, each of which some library takes for something else. */
  private static final String NAME = "绩效 测试 100%25 #1 +&=,;@[x]{y}(z)'!~$ 终";

  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void session() {
    spark = Sessions.current();
  }

  /** Writes a copy's row in a run of its own, as a run of the program does, and commits it. */
  private static String run(Path workspace, InstantSource clock, String file) throws Exception {
    try (Workspace open = Workspace.open(spark, workspace, Duration.ZERO, clock)) {
      Run run = open.begin("test");
      write(open, run, file);
      open.commit(run);
      return run.id();
    }
  }

  private static void write(Workspace open, Run run, String file) {
    run.dossiers().put("dossier", file);
    open.rewrite(run, WorkspaceTable.SOURCES, List.of(source(file)));
  }

  private static Row source(String file) {
    return RowFactory.create(file, file, "0", 1L, "TEXT", "UTF-8", "READ", null, 1, 0);
  }

  private static String run(Path workspace, String file) throws Exception {
    return run(workspace, InstantSource.system(), file);
  }

  /** The file that the last run wrote, as a reader sees it without Spark and with it. */
  private static String inForce(Path workspace) throws IOException {
    Tables tables = Tables.open(workspace);
    Run last = tables.last();
    assertThat(last).isNotNull();
    List<Row> rows = tables.rows(last, WorkspaceTable.SOURCES, List.of("file"));
    try (Workspace open = Workspace.openToRead(spark, workspace)) {
      assertThat(Rows.of(open.read(last, WorkspaceTable.SOURCES)).collect()).hasSameSizeAs(rows);
      for (String file : open.stored(last, WorkspaceTable.SOURCES).files()) {
        assertThat(file).startsWith(WorkspacePlaces.address(workspace));
      }
    }
    assertThat(rows).hasSize(1);
    return rows.get(0).getString(0);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAME,
        "a b",
        "100%",
        "%E7%BB%A9",
        "#",
        "a+b&c",
        "[a]{b,c}*?",
        "冒号:在 中间",
        "2023年度闵行区财政项目支出绩效自评表汇总（第二次报送，含补充材料）/各单位报送的原始文件与审核过程中形成的工作底稿/"
            + "上海市闵行区行政服务中心（本级及下属单位）/城市运行管理中心、政务服务中心和大数据中心三家单位合并报送/"
            + "项目支出绩效自评的工作区（请勿删除，也请勿移动，如需使用请联系预算绩效管理科的工作人员）/工作区"
      })
  void keepsItsTablesInItself(String name) throws Exception {
    Path workspace = folder.resolve(name);
    run(workspace, "a.txt");
    run(workspace, "b.txt");
    assertThat(inForce(workspace)).isEqualTo("b.txt");
    assertThat(files(folder)).allMatch(file -> file.startsWith(workspace));
    assertThat(files(workspace.resolve("tables"))).hasSizeGreaterThan(6);
  }

  @Test
  void worksWhereItIsMovedTo() throws Exception {
    Path first = folder.resolve("first");
    run(first, "a.txt");
    Path second = Files.createDirectory(folder.resolve(NAME)).resolve("second");
    Files.move(first, second);
    assertThat(inForce(second)).isEqualTo("a.txt");
    run(second, "b.txt");
    Path third = folder.resolve("third");
    Files.move(second, third);
    run(third, "c.txt");
    assertThat(inForce(third)).isEqualTo("c.txt");
    assertThat(files(folder)).allMatch(file -> file.startsWith(third));
  }

  @Test
  void aCopyNeverTouchesTheOriginal() throws Exception {
    Path original = folder.resolve("original");
    run(original, "a.txt");
    Path copy = folder.resolve("copy");
    copy(original, copy);
    Map<String, Integer> before = FolderState.of(original);
    // So often that the copy's old metadata is deleted, of which some was written in the original.
    for (int time = 0; time < 3; time++) {
      run(copy, "b" + time + ".txt");
    }
    assertThat(inForce(copy)).isEqualTo("b2.txt");
    assertThat(inForce(original)).isEqualTo("a.txt");
    assertThat(FolderState.of(original)).isEqualTo(before);
    Map<String, Integer> copied = FolderState.of(copy);
    run(original, "c.txt");
    assertThat(inForce(original)).isEqualTo("c.txt");
    assertThat(FolderState.of(copy)).isEqualTo(copied);
  }

  @Test
  void anAddressOfTheOriginalLeadsToTheCopy() throws Exception {
    Path original = folder.resolve("original");
    OldWorkspace.at(original);
    Path copy = folder.resolve("copy");
    copy(original, copy);
    Map<String, Integer> before = FolderState.of(original);
    WorkspaceFileIO io =
        (WorkspaceFileIO) Tables.open(copy).load(WorkspaceTable.SOURCES.tableName()).io();
    Path metadata = original.resolve("tables/sources/metadata/v1.metadata.json");
    io.deleteFile(WorkspacePlaces.address(metadata));
    assertThat(metadata).exists();
    assertThat(copy.resolve("tables/sources/metadata/v1.metadata.json")).doesNotExist();
    assertThat(FolderState.of(original)).isEqualTo(before);
    assertThatThrownBy(() -> io.newInputFile("jihe:/tables/sources/../../secret"))
        .hasMessageContaining("leads out of the workspace");
  }

  @Test
  void metadataNameNoPlace() throws Exception {
    Path workspace = folder.resolve("绩效");
    run(workspace, "a.txt");
    for (Path file : files(workspace.resolve("tables"))) {
      if (file.toString().endsWith(".metadata.json")) {
        assertThat(Files.readString(file)).contains("jihe:/tables/").doesNotContain("file:");
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    FolderState.copy(from, to);
  }

  @Test
  void bringsHomeWhatVersion01PutBesideIt() throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("绩效 1#")).resolve("ws");
    OldWorkspace.at(workspace);
    Path stray = putBeside(workspace);
    String before = inForceStray(workspace);
    assertThat(stray).isDirectory();
    run(workspace, "b.txt");
    assertThat(before).isNotEqualTo("b.txt");
    assertThat(inForce(workspace)).isEqualTo("b.txt");
    // One run for the forms, which are written anew, and this one.
    assertThat(Tables.open(workspace).runs()).hasSize(OldWorkspace.RUNS + 2);
    assertThat(stray).doesNotExist();
    assertThat(stray.getParent().getParent()).doesNotExist();
  }

  @Test
  void aDeletedWorkspaceStaysDeleted() throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("绩效")).resolve("ws");
    OldWorkspace.at(workspace);
    Path stray = putBeside(workspace);
    deleteAll(workspace);
    run(workspace, "b.txt");
    assertThat(Tables.open(workspace).runs()).hasSize(1);
    assertThat(stray).isDirectory();
  }

  /** As version 0.1 left it: the tables under the letters of the path's web address. */
  private static Path putBeside(Path workspace) throws IOException {
    Path home = workspace.resolve("tables");
    Path stray = Path.of(home.toUri().getRawPath().replaceAll("/$", ""));
    assertThat(stray).isNotEqualTo(home);
    Files.createDirectories(stray.getParent());
    Files.move(home, stray);
    Files.createDirectory(home);
    return stray;
  }

  private static String inForceStray(Path workspace) throws IOException {
    Tables tables = Tables.open(workspace);
    Run last = tables.last();
    assertThat(last).isNotNull();
    return tables.rows(last, WorkspaceTable.SOURCES, List.of("file")).get(0).getString(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT-30S", "PT-1H", "PT-24H", "PT24H"})
  void theOrderOfRunsComesFromTheirCommits(String step) throws Exception {
    Path workspace = folder.resolve("ws");
    Duration by = Duration.parse(step);
    String first = run(workspace, "a.txt");
    // What was written before the step has times that are later or earlier by as much.
    shiftTimes(workspace, by.negated().toMillis());
    InstantSource stepped = InstantSource.offset(InstantSource.system(), by);
    String second = run(workspace, stepped, "b.txt");
    assertThat(inForce(workspace)).isEqualTo("b.txt");
    String third = run(workspace, stepped, "c.txt");
    assertThat(inForce(workspace)).isEqualTo("c.txt");
    assertThat(Tables.open(workspace).runs()).containsExactly(first, second, third);
  }

  /** As though all commits had been made by a clock that was ahead, or behind, by so much. */
  private static void shiftTimes(Path workspace, long millis) throws IOException {
    Pattern time = Pattern.compile("(\"(?:timestamp|last-updated)-ms\" ?: ?)(\\d+)");
    for (Path file : files(workspace)) {
      if (file.toString().endsWith(".metadata.json")) {
        String shifted =
            time.matcher(Files.readString(file))
                .replaceAll(found -> found.group(1) + (Long.parseLong(found.group(2)) + millis));
        Files.writeString(file, shifted);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
      }
    }
  }

  @Test
  void theSameTimeTwiceGivesTwoNames() throws Exception {
    Path workspace = folder.resolve("ws");
    InstantSource stopped = InstantSource.fixed(Instant.now());
    String first = run(workspace, stopped, "a.txt");
    String second = run(workspace, stopped, "b.txt");
    assertThat(second).isNotEqualTo(first);
    assertThat(inForce(workspace)).isEqualTo("b.txt");
  }

  @Test
  void noLossOfTheRecordOfRunsCountsAsNothingYet() throws Exception {
    Path workspace = folder.resolve("ws");
    run(workspace, "a.txt");
    run(workspace, "b.txt");
    Path whole = folder.resolve("whole");
    copy(workspace, whole);
    List<UnaryOperator<byte[]>> damages =
        List.of(bytes -> null, bytes -> new byte[0], WorkspaceTest::half);
    int refused = 0;
    for (Path file : files(whole.resolve("tables/runs"))) {
      for (UnaryOperator<byte[]> damage : damages) {
        deleteAll(workspace);
        copy(whole, workspace);
        Path damaged = workspace.resolve(whole.relativize(file).toString());
        byte[] left = damage.apply(Files.readAllBytes(damaged));
        Files.delete(damaged);
        if (left != null) {
          Files.write(damaged, left);
        }
        try {
          run(workspace, "c.txt");
          assertThat(Tables.open(workspace).runs()).as("%s", damaged).hasSize(3);
        } catch (WorkspaceDamagedException e) {
          refused++;
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void withoutItsRunsAWorkspaceIsLeftAsItIs() throws Exception {
    Path workspace = folder.resolve("ws");
    run(workspace, "a.txt");
    deleteAll(workspace.resolve("tables/runs"));
    List<Path> before = files(workspace);
    assertThatThrownBy(() -> run(workspace, "b.txt"))
        .isInstanceOfSatisfying(
            WorkspaceDamagedException.class, e -> assertThat(e.isWithoutHistory()).isTrue());
    assertThatThrownBy(() -> Tables.open(workspace).last())
        .isInstanceOf(WorkspaceDamagedException.class);
    assertThat(files(workspace)).isEqualTo(before);
  }

  @Test
  void withoutAllItsTablesAWorkspaceThatWasUsedIsNotANewOne() throws Exception {
    Path workspace = folder.resolve("ws");
    run(workspace, "a.txt");
    Files.createDirectory(workspace.resolve("published"));
    deleteAll(workspace.resolve("tables"));
    assertThatThrownBy(() -> run(workspace, "b.txt")).isInstanceOf(WorkspaceDamagedException.class);
  }

  @Test
  void whatAKilledFirstRunLeftIsTakenBack() throws Exception {
    Path workspace = folder.resolve("ws");
    try (Workspace open = Workspace.open(spark, workspace)) {
      write(open, open.begin("killed"), "a.txt");
    }
    assertThat(Tables.open(workspace).last()).isNull();
    run(workspace, "b.txt");
    assertThat(inForce(workspace)).isEqualTo("b.txt");
    assertThat(Tables.open(workspace).runs()).hasSize(1);
  }

  @Test
  void readersWorkBesideAWriterAndChangeNothing() throws Exception {
    Path workspace = folder.resolve("ws");
    run(workspace, "a.txt");
    try (Workspace open = Workspace.open(spark, workspace)) {
      Run run = open.begin("going on");
      write(open, run, "b.txt");
      List<Path> before = files(workspace);
      assertThat(inForce(workspace)).isEqualTo("a.txt");
      assertThat(files(workspace)).isEqualTo(before);
      assertThatThrownBy(() -> Workspace.open(spark, workspace))
          .isInstanceOf(WorkspaceBusyException.class);
      open.commit(run);
      assertThat(inForce(workspace)).isEqualTo("b.txt");
    }
  }

  @Test
  void readersMakeNothing() throws Exception {
    Path workspace = folder.resolve("none");
    assertThat(Tables.open(workspace).last()).isNull();
    Workspace.openToRead(spark, workspace).close();
    assertThat(workspace).doesNotExist();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static void deleteAll(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(all::add);
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.delete(all.get(i));
    }
  }

  /** Another program that looks at the tables reads what their columns mean, parts of them too. */
  @Test
  void everyColumnSaysWhatItMeans() throws Exception {
    Path workspace = folder.resolve("w");
    run(workspace, InstantSource.system(), "a");
    Tables tables = Tables.open(workspace);
    for (String name : List.of("runs", "sources")) {
      for (Types.NestedField column : tables.load(name).schema().columns()) {
        assertThat(column.doc()).as(name + "." + column.name()).containsPattern("[一-龥]");
      }
    }
    for (WorkspaceTable table : WorkspaceTable.values()) {
      Schema schema =
          SparkSchemaUtil.convert(CommentedColumns.of(table.tableName(), table.schema()));
      for (Types.NestedField field : TypeUtil.indexById(schema.asStruct()).values()) {
        if (!List.of("element", "key").contains(field.name())) {
          boolean ofMap = field.name().equals("value") && field.doc() == null;
          assertThat(ofMap || field.doc() != null)
              .as(table.tableName() + "." + schema.findColumnName(field.fieldId()))
              .isTrue();
        }
      }
      assertThat(AddedColumns.areAll(SparkSchemaUtil.convert(schema), table.schema()))
          .as(table.tableName())
          .isTrue();
    }
  }
}
