package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {

  @Test
  void helpIsAResultAndChinese() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("用法", "review", "transcribe", "show", "rules", "退出码");
  }

  @Test
  void helpIsEnglishOnRequestAnywhereOnTheLine() {
    assertThat(Run.of("--lang", "en", "review", "--help").out()).contains("Usage:", "Folder of");
    assertThat(Run.of("review", "--help", "--lang=EN").out()).contains("Usage:", "Folder of");
    assertThat(Run.with(Map.of("JIHE_LANG", "en"), "--help").out()).contains("Exit codes");
    assertThat(Run.with(Map.of("JIHE_LANG", "en"), "--help", "--lang", "zh").out()).contains("退出码");
  }

  @Test
  void everyCommandIsExplainedInBothLanguages() {
    for (Language language : Language.values()) {
      Run all = Run.of("--help", "--lang", language.code());
      commands()
          .getSubcommands()
          .forEach(
              (name, command) -> {
                explained(Run.of(name, "--help", "--lang", language.code()), language, command);
                command
                    .getSubcommands()
                    .forEach(
                        (sub, each) ->
                            explained(
                                Run.of(name, sub, "--help", "--lang", language.code()),
                                language,
                                each));
                assertThat(all.out()).containsPattern("(?m)^  " + name + " +\\S");
              });
    }
  }

  /** Every argument has a text: a line with its name alone would have none. */
  private static void explained(Run help, Language language, CommandLine command) {
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains(language == Language.ZH ? "用法" : "Usage:");
    command
        .getCommandSpec()
        .args()
        .forEach(
            argument ->
                assertThat(argument.description())
                    .as(command.getCommandName() + " " + argument.paramLabel())
                    .isNotNull());
    assertThat(help.out().lines().map(String::strip))
        .noneMatch(line -> line.matches("(-\\w, )?--[\\w-]+(=\\S+)?|[A-Z]+(\\.\\.\\.)?"));
  }

  @Test
  void everyHelpHasAnExampleThatIsRightUsage() {
    for (Language language : Language.values()) {
      commands()
          .getSubcommands()
          .forEach(
              (name, command) -> {
                if (command.getSubcommands().isEmpty()) {
                  exemplified(language, name);
                }
                command.getSubcommands().keySet().forEach(sub -> exemplified(language, name, sub));
              });
    }
  }

  private static void exemplified(Language language, String... command) {
    List<String> line = new ArrayList<>(List.of("--lang", language.code(), "help"));
    line.addAll(List.of(command));
    String help = Run.of(line.toArray(String[]::new)).out();
    String marker = language == Language.ZH ? "例：" : "Example: ";
    assertThat(help).contains(marker + "jihe " + String.join(" ", command));
    if (language == Language.EN) {
      String example = help.substring(help.indexOf(marker)).replaceAll("停车费|教育局|退回修改清单|年度", "");
      assertThat(example).doesNotContainPattern("\\p{IsHan}");
    }
    for (String example : help.substring(help.indexOf(marker)).split("jihe ", -1)) {
      String words = example.replaceAll("[;>].*", "").replaceAll("\\s+", " ").strip();
      if (!words.equals(marker.strip()) && !words.isEmpty()) {
        String[] arguments =
            Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(words)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toArray(String[]::new);
        assertThat(commands().parseArgs(arguments).hasSubcommand()).as(words).isTrue();
      }
    }
  }

  @Test
  void helpOfACommandIsThatBehindIt() {
    assertThat(Run.of("help", "rules", "new").out())
        .isEqualTo(Run.of("rules", "new", "--help").out());
    assertThat(Run.of("help").out()).isEqualTo(Run.of("--help").out());
    Run wrong = Run.of("help", "reviev");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("reviev", "review");
  }

  @Test
  void completionKnowsEveryCommandAndOption() throws Exception {
    Run run = Run.of("completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("complete ", "quarantine", "--project-list");
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    try (OutputStream script = bash.getOutputStream()) {
      script.write(run.out().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bash.waitFor()).isZero();
  }

  private static CommandLine commands() {
    Console console = Console.of(System.out, System.err, Language.ZH, Map.of());
    return Main.commandLine(console);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"help", "cli", "summary", "reasons", "jobs", "rules", "doctor", "dictionary"})
  void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
    Map<String, String> chinese = read(bundle, Language.ZH);
    Map<String, String> english = read(bundle, Language.EN);
    if (bundle.equals("summary")) {
      english.keySet().removeIf(key -> key.startsWith("grade."));
    }
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    chinese.forEach(
        (key, text) ->
            assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(text)));
  }

  private static Map<String, String> read(String bundle, Language language) throws IOException {
    String resource = "/messages/" + bundle + "_" + language.code() + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Messages.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      return Messages.read(reader);
    }
  }

  private static Object placeholders(String text) {
    return java.util.regex.Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void versionIsAResult() {
    assertThat(Run.of("--version")).matches(run -> run.code() == 0 && run.out().startsWith("jihe"));
  }

  @Test
  void noCommandNamesTheCommands() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("请写明命令", "review", "jihe --help");
    assertThat(Run.of("rules").err()).contains("list", "jihe rules --help");
  }

  @Test
  void anUnknownOptionIsNamedWithTheNearest() {
    Run run = Run.of("review", "x.txt", "--workspce", "w");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--workspce", "--workspace", "jihe review --help");
  }

  @Test
  void anUnknownCommandIsNamedWithTheNearest() {
    Run run = Run.of("revew", "x.txt", "--lang", "en");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("revew", "Perhaps you mean: review");
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThat(Run.of("transcribe", "x.txt").err()).contains("缺少参数：--out DIR");
    assertThat(Run.of("review").err()).contains("缺少参数：INPUT");
  }

  @Test
  void aWrongValueIsNamed() {
    Run run = Run.of("review", "x.txt", "--format", "xml", "--lang", "en");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--format", "xml");
    assertThat(Run.of("review", "x.txt", "--lang", "fr").err()).contains("--lang", "fr");
  }
}
