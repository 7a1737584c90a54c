package org.jihe.rule.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jihe.finding.Severity;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is what is found, or nothing is. */
final class RuleCacheTest {

  @TempDir Path folder;
  @TempDir Path rules;

  private static CompiledRules compiled(int number, int size) {
    byte[] code = new byte[size];
    new Random(number).nextBytes(code);
    RuleInfo info =
        new RuleInfo(
            "R" + number,
            "local",
            Severity.NOTE,
            List.of(Severity.NOTE),
            "form",
            "logic",
            List.of("total.score"),
            "0.1");
    return new CompiledRules(
        "print" + number,
        List.of(new RuleHeader(info, List.of(), List.of())),
        List.of("jihe.local.Rules" + number),
        Map.of("jihe.local.Rules" + number, code));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatWasCompiledAgainstAnotherProgramIsNotFound() {
    new RuleCache(folder, "program one").keep(compiled(1, 100));

    assertThat(new RuleCache(folder, "program one").find("print1")).isNotNull();
    assertThat(new RuleCache(folder, "program two").find("print1")).isNull();
  }

  @Test
  void theProgramIsAllItsClassesAndLibraries() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/org/jihe/form"));
    Path one = Files.writeString(classes.resolve("One.class"), "one");
    Path libraries = Files.writeString(folder.resolve("pom.xml"), "drools 10.1");
    String before = CompiledAgainst.program(folder.resolve("classes"), libraries);
    assertThat(CompiledAgainst.program(folder.resolve("classes"), libraries)).isEqualTo(before);

    Files.writeString(libraries, "drools 10.2");
    String otherLibrary = CompiledAgainst.program(folder.resolve("classes"), libraries);
    Files.writeString(one, "One");
    String otherClass = CompiledAgainst.program(folder.resolve("classes"), libraries);
    Files.move(one, classes.resolve("Two.class"));
    String otherName = CompiledAgainst.program(folder.resolve("classes"), libraries);

    assertThat(List.of(before, otherLibrary, otherClass, otherName)).doesNotHaveDuplicates();
    assertThat(CompiledAgainst.with(before).lines())
        .contains(before, String.valueOf(Runtime.version().feature()));
    assertThat(CompiledAgainst.here()).contains("10.");
  }

  @Test
  void aBitThatTurnedIsSeenWhereverItStands() throws IOException {
    RuleCache cache = new RuleCache(folder);
    cache.keep(compiled(1, 300));
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << (i % 8));
      Files.write(file, damaged);
      assertThat(cache.find("print1")).as("byte %d", i).isNull();
    }
    for (int length : new int[] {0, 1, 31, 32, 33, whole.length / 2, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(cache.find("print1")).as("length %d", length).isNull();
    }
    Files.write(file, whole);
    assertThat(cache.find("print1")).isNotNull();
  }

  /** Class files with a bit turned used to end the review with an error of the class loader. */
  @Test
  void damagedClassesAreCompiledAnew() throws Exception {
    RuleFolders.withOneRule(rules, RuleFolders.ownRule());
    RuleSet.open(rules, null, new RuleCache(folder));
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length; i += 50) {
      bytes[i] ^= 0x10;
    }
    Files.write(file, bytes);

    RuleSet again = RuleSet.open(rules, null, new RuleCache(folder));

    int found = 0;
    for (SelfEvaluation form : RuleFolders.forms()) {
      found += RuleEngine.of(again).evaluate("f", form).findings().size();
    }
    assertThat(found).isEqualTo(5);
  }

  @Test
  void anEntryThatOthersMayWriteIsNotUsed() throws IOException {
    RuleCache cache = new RuleCache(folder);
    cache.keep(compiled(1, 100));
    Path file = files().get(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(cache.find("print1")).isNull();

    Path elsewhere = Files.move(file, rules.resolve("elsewhere"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(file, elsewhere);
    assertThat(cache.find("print1")).isNull();
    cache.keep(compiled(1, 100));
    assertThat(cache.find("print1")).isNotNull();
  }

  @Test
  void severalProcessesDisturbNobody() throws Exception {
    ExecutorService several = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> processes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        processes.add(
            () -> {
              RuleCache cache = new RuleCache(folder);
              int found = 0;
              for (int turn = 0; turn < 60; turn++) {
                int number = turn % (RuleCache.MOST + 4);
                cache.keep(compiled(number, 5000));
                CompiledRules kept = cache.find("print" + number);
                if (kept != null) {
                  assertThat(kept.classes().get("jihe.local.Rules" + number))
                      .isEqualTo(compiled(number, 5000).classes().values().iterator().next());
                  found++;
                }
              }
              return found;
            });
      }
      for (Future<Integer> process : several.invokeAll(processes)) {
        assertThat(process.get()).isPositive();
      }
    } finally {
      several.shutdownNow();
    }
    assertThat(files()).noneMatch(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void onlyWhatIsUsedIsKept() throws IOException {
    RuleCache cache = new RuleCache(folder);
    Instant now = Instant.now();
    for (int i = 0; i < RuleCache.MOST; i++) {
      cache.keep(compiled(i, 10));
      for (Path file : files()) {
        FileTime older =
            FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(file, older);
      }
    }
    assertThat(files()).hasSize(RuleCache.MOST);
    assertThat(cache.find("print0")).isNotNull(); // Used, and so not the one that goes.
    Path foreign = Files.writeString(folder.resolve("of another program"), "x");
    Path left = Files.writeString(folder.resolve("rules-123.tmp"), "half");
    Path fresh = Files.writeString(folder.resolve("rules-456.tmp"), "half");
    Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(foreign, FileTime.from(now.minus(Duration.ofDays(999))));

    cache.keep(compiled(99, 10));

    assertThat(files()).hasSize(RuleCache.MOST + 2).contains(foreign, fresh).doesNotContain(left);
    assertThat(cache.find("print0")).isNotNull();
    assertThat(cache.find("print1")).isNull();
    assertThat(cache.find("print2")).isNotNull();

    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(91))));
    }
    cache.keep(compiled(100, 10));
    assertThat(files()).hasSize(2).contains(foreign);
  }

  @Test
  void withoutAFolderNothingIsKept() throws Exception {
    RuleCache none = new RuleCache(null);
    none.keep(compiled(1, 10));
    assertThat(none.find("print1")).isNull();

    Path file = Files.writeString(folder.resolve("file"), "no folder");
    RuleCache broken = new RuleCache(file);
    broken.keep(compiled(1, 10));
    assertThat(broken.find("print1")).isNull();

    RuleFolders.withOneRule(rules, RuleFolders.ownRule());
    assertThat(RuleSet.open(rules, null, none).rules()).hasSize(1);
  }
}
