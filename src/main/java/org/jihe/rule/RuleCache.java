package org.jihe.rule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jihe.form.FormKey;
import org.jspecify.annotations.Nullable;

/** Compiled rules on disk, by what they were compiled from. */
final class RuleCache {

  private final Path directory;

  RuleCache(Path directory) {
    this.directory = directory;
  }

  /** {@code $XDG_CACHE_HOME/jihe}, else {@code ~/.cache/jihe}, else the temporary folder. */
  static RuleCache ofUser() {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home");
    List<Path> candidates = new ArrayList<>();
    if (cache != null && !cache.isBlank()) {
      candidates.add(Path.of(cache, "jihe"));
    }
    if (home != null && !home.isBlank() && !home.equals("?")) {
      candidates.add(Path.of(home, ".cache", "jihe"));
    }
    for (Path candidate : candidates) {
      try {
        Files.createDirectories(candidate);
      } catch (IOException e) {
        continue;
      }
      if (Files.isWritable(candidate)) {
        return new RuleCache(candidate);
      }
    }
    return new RuleCache(Path.of(System.getProperty("java.io.tmpdir", "."), "jihe-cache"));
  }

  /** The compiled rules, or null where they are not there or cannot be read. */
  @Nullable CompiledRules find(String fingerprint) {
    try {
      Path file = file(fingerprint);
      CompiledRules rules =
          Files.isRegularFile(file) ? CompiledRules.fromBytes(Files.readAllBytes(file)) : null;
      return rules != null && rules.fingerprint().equals(fingerprint) ? rules : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Keeps compiled rules; a cache that cannot be written only costs the next run its time. */
  void keep(CompiledRules rules) {
    try {
      Files.createDirectories(directory);
      Path unfinished = Files.createTempFile(directory, "rules", ".tmp");
      try {
        Files.write(unfinished, rules.toBytes());
        move(unfinished, file(rules.fingerprint()));
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      // Nothing is lost: the rules are in memory.
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Compiled rules fit the fact classes that they were compiled against, and no others. */
  private Path file(String fingerprint) throws IOException {
    return directory.resolve("rules-" + fingerprint + "-" + Facts.FINGERPRINT + ".bin");
  }

  private static final class Facts {

    static final String FINGERPRINT = fingerprint();

    private static String fingerprint() {
      List<String> parts = new ArrayList<>();
      parts.add(
          String.valueOf(org.drools.model.Model.class.getPackage().getImplementationVersion()));
      for (String name :
          List.of(
              "FormFact",
              "IndicatorFact",
              "FundingPartFact",
              "ScoreFact",
              "CellFact",
              "IndicatorSet",
              "IndicatorSet$LabelledCategory",
              "Placeholders$Placeholder",
              "Narrative$Contradiction",
              "Sums$EmptyTotal",
              "Evidence")) {
        try (InputStream in =
            RuleCache.class.getResourceAsStream("/org/jihe/rule/fact/" + name + ".class")) {
          parts.add(in == null ? "" : HexFormat.of().formatHex(in.readAllBytes()));
        } catch (IOException e) {
          parts.add("");
        }
      }
      return FormKey.of(parts.toArray(String[]::new));
    }
  }
}
