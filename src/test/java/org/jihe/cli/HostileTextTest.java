package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.console.Console;
import org.jihe.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every command on a form whose every cell holds what a terminal would obey: nothing of it may
 * leave as it is.
 */
class HostileTextTest {

  /** A colour, a title, the C1 form of "clear the screen", DEL, NUL, turned text, a new line. */
  private static final String HOSTILE =
      "\u001b[31m\u001b]0;x\u0007\u009b2J\u007f\u0000\u202e\u2067\u2069\u200f\u061c\u2028\b\u0085z";

  private static final String TURNING =
      "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  private static final Map<String, String> TERMINAL =
      Map.of("JIHE_TERMINAL", "1", "JIHE_PROGRESS", "1", "TERM", "xterm");

  /** Without the escapes a file of these characters is taken for no text at all. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @TempDir private Path folder;

  private Path first;
  private Path second;
  private Path rules;
  private Path workspace;

  @BeforeEach
  void files() throws IOException {
    first = Files.createDirectory(folder.resolve("one")).resolve("a\u001b[31m\u202e.json");
    second = Files.createDirectory(folder.resolve("two")).resolve("b.json");
    workspace = folder.resolve("workspace");
    ObjectNode form = SampleForms.transcripts().get(10);
    taint(form);
    Files.writeString(first, JSON.writeValueAsString(form));
    ObjectNode changed = form.deepCopy();
    ((ObjectNode) changed.get("annualObjective")).put("achieved", "完成" + HOSTILE + "一半");
    Files.writeString(second, JSON.writeValueAsString(changed));
    Files.writeString(folder.resolve("one/bad.txt"), "财政项目支出绩效自评表\n项目名称\t坏" + HOSTILE + "\n");
    Files.writeString(folder.resolve("one/worse.txt"), "没有" + HOSTILE.replace("\u0000", "") + "表");
    rules = Files.createDirectories(folder.resolve("rules/local")).getParent();
    Files.writeString(
        folder.resolve("rules/local/坏" + "\u009b2J" + ".drl"), "rule \"x" + HOSTILE + "\"\n");
    Files.writeString(
        folder.resolve("template\u001b[2J.json"), "{\"a" + "\u009b" + "\": \"\u202e\"");
  }

  /** Every text of the form, with the exception of what tells a program how to read it. */
  private static void taint(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        if (value instanceof TextNode text && !isProgramText(name)) {
          object.put(name, text.asText() + HOSTILE);
        } else {
          taint(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(HostileTextTest::taint);
    }
  }

  private static String[] with(String[] options, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(options)).toArray(String[]::new);
  }

  /** A cell that fails with what a terminal would obey. */
  private static String notebook() throws IOException {
    ObjectNode cell = JSON.createObjectNode();
    cell.put("cell_type", "code").put("id", HOSTILE);
    cell.put("source", "throw new Error(" + JSON.writeValueAsString(HOSTILE) + ")");
    ObjectNode notebook = JSON.createObjectNode();
    notebook.put("nbformat", 4).putArray("cells").add(cell);
    return JSON.writeValueAsString(notebook);
  }

  private static boolean isProgramText(String name) {
    return List.of("kind", "template", "schema", "$schema").contains(name);
  }

  @Test
  void nothingThatATerminalObeysLeavesTheProgram() throws IOException {
    String one = folder.resolve("one").toString();
    String two = folder.resolve("two").toString();
    String at = workspace.toString();
    onTerminal("review", one, "--workspace", at);
    elsewhere("review", two, "--workspace", at, "--format", "json");
    onTerminal("ingest", one, "--workspace", at);
    elsewhere("check", "--workspace", at);
    elsewhere("aggregate", "--workspace", at);
    elsewhere("publish", "--workspace", at);
    elsewhere("publish", "--to", HOSTILE.replace("\u0000", ""), "--workspace", at);
    elsewhere("publish", "--to", "jdbc:postgresql:x", "--schema", HOSTILE, "--workspace", at);
    elsewhere("publish", "--to", "jdbc:postgresql://x@y/z", "--workspace", at);
    onTerminal("quarantine list", "--workspace", at);
    elsewhere("quarantine dismiss", "1", "--reason", HOSTILE, "--by", HOSTILE, "--workspace", at);
    harmless("quarantine list", "--workspace", at);
    elsewhere("quarantine dismiss", HOSTILE, "--reason", "x", "--by", "x", "--workspace", at);
    elsewhere("confirm", "停车", HOSTILE, "--by", HOSTILE, "--reason", HOSTILE, "--workspace", at);
    String[] accepted = {"--reason", HOSTILE, "--approver", HOSTILE, "--until", "2099-01-01"};
    elsewhere("waive", with(accepted, "停车", "FuzzyTarget", "--workspace", at));
    elsewhere("waive", with(accepted, HOSTILE, HOSTILE, "--workspace", at));
    harmless("replies", hostileList().toString(), "--by", HOSTILE, "--workspace", at);
    for (Path list : names(workspace.resolve("published/workbooks"))) {
      harmless("replies", list.toString(), "--by", HOSTILE, "--workspace", at);
    }
    harmless("letters", "--sender", HOSTILE, "--department", HOSTILE, "--workspace", at);
    harmless("letters", "--due", HOSTILE, "--workspace", at);
    harmless("letters", "--letter", first.toString(), "--workspace", at);
    harmless("letters", "--workspace", at);
    names(workspace.resolve("letters"));
    harmless("mark", "--department", HOSTILE, "--workspace", at);
    harmless("mark", "--workspace", at);
    harmless("report department", HOSTILE, "--out", at + "-own", "--workspace", at);
    harmless("report print", HOSTILE, "--workspace", at);
    harmless("runs", "--workspace", at);
    harmless("funnel", "score", "--workspace", at);
    elsewhere("funnel", HOSTILE, "--workspace", at);
    harmless("outliers", "--workspace", at, "--all");
    String drawn = folder.resolve("drawn.csv").toString();
    elsewhere("sample", "--share", "50%", "--workspace", at, "--out", drawn);
    harmless("sample", "--share", HOSTILE, "--workspace", at);
    harmless("sample", "--scores", drawn, "--workspace", at);
    elsewhere("sample", "--scores", first.toString(), "--workspace", at);
    for (String format : List.of("table", "csv", "json")) {
      harmless("sql", "SELECT * FROM forms", "--format", format, "--workspace", at);
      elsewhere("sql", "SELECT '" + HOSTILE + "' FROM " + HOSTILE, "--workspace", at);
    }
    harmless("doctor", "--workspace", at, "--log", "json");
    elsewhere("doctor", "--workspace", at, "--log", HOSTILE);
    elsewhere("review", one, "--workspace", at, "--department", HOSTILE, "--year", "2022");
    elsewhere("workspace tidy", "--workspace", at);
    elsewhere("workspace register", "--workspace", at);
    String notebook = folder.resolve("n.ipynb").toString();
    elsewhere("notebook new", HOSTILE, "--workspace", at, "--out", notebook);
    harmless("notebook html", notebook);
    onTerminal("diff", "停车", "--workspace", at, "--all");
    onTerminal("rules impact", "--against", "last", "--workspace", at);
    onTerminal("workspace register", "--workspace", at);
    published();
  }

  @Test
  void norDoesItWithoutAWorkspace() throws IOException {
    String one = folder.resolve("one").toString();
    String two = folder.resolve("two").toString();
    harmless("show", "停车", one);
    harmless("show", "停车", one, "--source");
    harmless("show", "没有" + HOSTILE, one);
    Run json = harmless("show", "停车", one, "--format", "json", "--source");
    assertThat(JSON.readTree(json.out()).at("/form/projectName").asText()).endsWith(HOSTILE);
    harmless("diff", one, two);
    Run changes = harmless("diff", one, two, "--format", "json");
    assertThat(JSON.readTree(changes.out()).at("/forms/0/changes/0/after").asText())
        .isEqualTo("完成" + HOSTILE + "一半");
    harmless("diff", "没有" + HOSTILE, "没有" + HOSTILE);
    harmless("transcribe", one, "--out", folder.resolve("out").toString());
    names(folder.resolve("out"));
    Path notebook = Files.writeString(folder.resolve("x.ipynb"), notebook());
    harmless("notebook run", notebook.toString(), "--out", folder.resolve("ran").toString());
    harmless("notebook run", notebook.toString(), "--check");
    harmless("template try", first.toString());
    harmless("template try", folder.resolve("one/bad.txt").toString());
    harmless("template lint", folder.toString());
    harmless("template list", "--templates", folder.toString());
    harmless("rules list", "--rules", rules.toString());
    harmless("rules show", "没有" + HOSTILE);
    harmless("rules test", "没有" + HOSTILE);
    harmless("rules lint", "--rules", rules.toString());
    harmless("rules new", "没有" + HOSTILE, "--rules", rules.toString());
    harmless("rules facts", "没有" + HOSTILE);
    harmless("jurisdiction new", "没有" + HOSTILE, "--rules", rules.toString());
    harmless("jurisdiction new", "hostile", "--name", HOSTILE, "--rules", rules.toString());
    harmless("review", one, "--limit", HOSTILE);
    harmless("review", one, "--jurisdiction", HOSTILE);
    harmless("review", one, "--format", HOSTILE);
    harmless("review", one, "--" + HOSTILE);
    harmless("review", one, "--ledger", hostileList().toString());
    harmless("generate", "--out", first.toString());
    harmless("generate", "--out", folder.resolve("made").toString(), "--formats", HOSTILE);
    harmless("help", HOSTILE);
    harmless("completion", HOSTILE);
    harmless("--lang", HOSTILE);
    harmless(HOSTILE);
  }

  /** A command that is not driven above is one that may let something out. */
  @Test
  void everyCommandIsDriven() throws IOException {
    TreeSet<String> all = new TreeSet<>();
    CommandLine program =
        Main.commandLine(Console.of(System.out, System.err, Language.ZH, Map.of()));
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getSubcommands().isEmpty()) {
                all.add(name);
              }
              command.getSubcommands().keySet().forEach(sub -> all.add(name + " " + sub));
            });
    String test = Files.readString(Path.of("src/test/java/org/jihe/cli/HostileTextTest.java"));
    assertThat(all).allSatisfy(name -> assertThat(test).contains("(\"" + name + "\","));
  }

  private Path hostileList() throws IOException {
    return Files.writeString(
        folder.resolve("list\u001b[31m.csv"),
        "项目名称,主管部门,年度,支出数\n甲" + HOSTILE.replaceAll("\u0000", "") + ",乙,\u001b[2J,\u202e\n");
  }

  /** Runs a command both where its output goes to a terminal and where it does not. */
  private static Run harmless(String command, String... arguments) {
    onTerminal(command, arguments);
    return elsewhere(command, arguments);
  }

  private static void onTerminal(String command, String... arguments) {
    String[] line = line(command, arguments);
    Run run = Run.with(TERMINAL, line);
    // The program's own colours, and the sequence that takes its line of progress away.
    assertHarmless(line, run.out().replaceAll("\u001b\\[[0-9;]*m", ""));
    assertHarmless(line, run.err().replaceAll("\u001b\\[[0-9;]*m|\r\u001b\\[K", ""));
    assertThat(run.out() + run.err())
        .as("%s: the colour is a cell's", List.of(line))
        .doesNotContain("\u001b[31m\u001b", "\u001b[31m\\x1b");
  }

  private static Run elsewhere(String command, String... arguments) {
    String[] line = line(command, arguments);
    Run run = Run.of(line);
    assertHarmless(line, run.out());
    assertHarmless(line, run.err());
    assertThat(run.err()).as("%s", List.of(line)).doesNotContain("Exception");
    return run;
  }

  private static String[] line(String command, String... arguments) {
    List<String> line = new ArrayList<>();
    line.addAll(command.equals(HOSTILE) ? List.of(command) : List.of(command.split(" ")));
    line.addAll(List.of(arguments));
    return line.toArray(String[]::new);
  }

  private static void assertHarmless(Object what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmful = (Character.isISOControl(c) && c != '\n') || TURNING.indexOf(c) >= 0;
      assertThat(harmful)
          .as(
              "%s: U+%04X in “%s”",
              what instanceof String[] line ? List.of(line) : what,
              (int) c,
              text.substring(Math.max(0, i - 60), Math.min(text.length(), i + 9)))
          .isFalse();
    }
  }

  private void published() throws IOException {
    Path published = workspace.resolve("published");
    try (Stream<Path> files = Files.list(published)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8).substring(1);
        assertHarmless(file, text.replace("\r\n", "\n"));
      }
    }
    String line = Files.readAllLines(published.resolve("forms.jsonl")).get(0);
    assertHarmless("forms.jsonl", line);
    assertThat(JSON.readTree(line).at("/projectName").asText()).isEqualTo("停车费" + HOSTILE);
  }

  private static List<Path> names(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      List<Path> all = files.toList();
      all.forEach(each -> assertHarmless("file name", each.getFileName().toString()));
      return all;
    }
  }
}
