package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command line that the README and the handbook show does what it is shown for. */
class ShownCommandsTest {

  private static final Pattern SHOWN = Pattern.compile(" {4}\\./jihe .*");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Notebooks run in a test of their own. */
  private static final Set<String> ELSEWHERE = Set.of("notebook ");

  @TempDir private Path folder;

  private final Map<String, String> places = new TreeMap<>();

  private static List<String> shown() throws IOException {
    Set<String> lines = new LinkedHashSet<>();
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("README.zh-CN.md")));
    try (Stream<Path> handbook = Files.walk(Path.of("src/site/markdown"))) {
      handbook.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    for (Path page : pages) {
      try (Stream<String> text = Files.lines(page)) {
        text.filter(line -> SHOWN.matcher(line).matches())
            .map(line -> line.replaceFirst(" {2,}# .*", "").strip().substring("./jihe ".length()))
            .forEach(lines::add);
      }
    }
    return List.copyOf(lines);
  }

  private List<String> arguments(String line) {
    List<String> arguments = new ArrayList<>();
    WORD.matcher(line)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .forEach(word -> arguments.add(places.getOrDefault(word, word)));
    CommandLine.ParseResult parsed =
        Main.commandLine(Console.of(System.out, System.err, Language.EN, Map.of()))
            .parseArgs(arguments.toArray(String[]::new));
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    if (parsed.commandSpec().findOption("--workspace") != null) {
      arguments.add("--workspace");
      arguments.add(folder.resolve("workspace").toString());
    }
    return arguments;
  }

  private void layOut() throws IOException {
    Path forms = Files.createDirectories(folder.resolve("forms"));
    Files.writeString(forms.resolve("form.txt"), SampleForms.texts().get(0));
    places.put("FOLDER", forms.toString());
    String head = "项目名称,主管部门,年度";
    String row = "法律顾问费,上海市闵行区行政服务中心(汇总),2022";
    place("LIST.csv", head + "\n" + row + "\n");
    place("LEDGER.csv", head + ",支出数（元）\n" + row + ",18000\n");
    places.put("FORM", "停车费");
    places.put("PATH", "indicators[0].score");
    places.put("NAME", "张三");
    places.put("OFFICE", "闵行区财政局");
    places.put("TEXT", "18");
  }

  private void place(String name, String text) throws IOException {
    places.put(name, Files.writeString(folder.resolve(name), text).toString());
  }

  /** What can be named only after a review. */
  private void name() throws IOException {
    Path published = folder.resolve("workspace/published");
    try (Stream<String> findings = Files.lines(published.resolve("findings.jsonl"))) {
      JsonNode finding = new ObjectMapper().readTree(findings.findFirst().orElseThrow());
      places.put("FINGERPRINT", finding.get("fingerprint").asText());
    }
    try (Stream<Path> lists = Files.list(published.resolve("workbooks"))) {
      places.put(
          "FILE",
          lists
              .filter(file -> file.getFileName().toString().startsWith("退回修改清单"))
              .findFirst()
              .orElseThrow()
              .toString());
    }
    places.put("RUN", "last");
  }

  @Test
  void everyOneRuns() throws Exception {
    layOut();
    List<String> lines = shown();
    assertThat(lines).hasSizeGreaterThan(20).contains("review datasets/minhang-2022");
    List<String> begin = arguments("review datasets/minhang-2022");
    assertThat(Run.of(begin.toArray(String[]::new)).code()).isZero();
    name();
    for (String line : lines) {
      if (ELSEWHERE.stream().anyMatch(line::startsWith)
          || line.equals("review datasets/minhang-2022")) {
        continue;
      }
      if (line.contains("--out FOLDER")) {
        places.put("FOLDER", folder.resolve("new").toString());
      }
      Run run = Run.of(arguments(line).toArray(String[]::new));
      assertThat(run.code()).as(line + "\n" + run.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
      assertThat(run.out() + run.err()).as(line).isNotBlank();
      places.put("FOLDER", folder.resolve("forms").toString());
    }
  }
}
