package org.jihe.rule.compiled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.form.FormKey;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules on disk, by what they were compiled from and against. Whatever is wrong with the
 * folder or a file in it only costs the time of compiling again.
 */
public final class RuleCache {

  /** Entries that are kept: those that were used last. */
  static final int MOST = 16;

  private static final Duration UNUSED = Duration.ofDays(90);
  private static final Duration UNFINISHED = Duration.ofHours(1);

  /** How exactly it is known when an entry was used. */
  private static final Duration DAY = Duration.ofDays(1);

  private static final String PREFIX = "rules-";
  private static final String ENDING = ".bin";
  private static final String TEMPORARY = ".tmp";
  private static final int DIGEST_LENGTH = 32;

  private final @Nullable Path directory;
  private final String against;

  /**
   * A cache.
   *
   * @param directory where; null where nothing is kept
   * @param against what rules are compiled against
   */
  public RuleCache(@Nullable Path directory, String against) {
    this.directory = directory;
    this.against = against;
  }

  /** A cache of this program. */
  public RuleCache(@Nullable Path directory) {
    this(directory, CompiledAgainst.here());
  }

  /** The user's own; none where the user has no folder that is safe. */
  public static RuleCache ofUser() {
    return new RuleCache(CacheFolder.ofUser());
  }

  /** The compiled rules, or null where they are not there or are not what was kept. */
  public @Nullable CompiledRules find(String fingerprint) {
    Path file = file(fingerprint);
    if (file == null) {
      return null;
    }
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !CacheFolder.isPrivate(file, Files.getOwner(file.toAbsolutePath().getParent()))) {
        return null;
      }
      CompiledRules rules = CompiledFile.fromArchive(opened(Files.readAllBytes(file)));
      if (!rules.fingerprint().equals(fingerprint)) {
        return null;
      }
      used(file);
      return rules;
    } catch (IOException | UncheckedIOException e) { // However it is damaged, it is made again.
      return null;
    }
  }

  private static void used(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(DAY))) {
      try {
        Files.setLastModifiedTime(file, FileTime.from(now));
      } catch (IOException e) {
        // It will be taken for one that nobody uses, and made again.
      }
    }
  }

  /** Keeps compiled rules; a cache that cannot be written only costs the next run its time. */
  public void keep(CompiledRules rules) {
    Path file = file(rules.fingerprint());
    if (directory == null || file == null) {
      return;
    }
    try {
      Files.createDirectories(directory);
      Path unfinished = Files.createTempFile(directory, PREFIX, TEMPORARY);
      try {
        Files.write(unfinished, sealed(CompiledFile.toArchive(rules)));
        move(unfinished, file);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      tidy(directory, file);
    } catch (IOException | UncheckedIOException e) {
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

  private @Nullable Path file(String fingerprint) {
    return directory == null
        ? null
        : directory.resolve(PREFIX + fingerprint + "-" + FormKey.of(against) + ENDING);
  }

  /** The bytes behind their digest: half a file, or one with a bit turned, is told by it. */
  private byte[] sealed(byte[] bytes) {
    byte[] sealed = Arrays.copyOf(digest(bytes, 0), DIGEST_LENGTH + bytes.length);
    System.arraycopy(bytes, 0, sealed, DIGEST_LENGTH, bytes.length);
    return sealed;
  }

  private byte[] opened(byte[] sealed) throws IOException {
    if (sealed.length <= DIGEST_LENGTH
        || !Arrays.equals(Arrays.copyOf(sealed, DIGEST_LENGTH), digest(sealed, DIGEST_LENGTH))) {
      throw new IOException("damaged");
    }
    return Arrays.copyOfRange(sealed, DIGEST_LENGTH, sealed.length);
  }

  /** Depends on what the rules were compiled against as well, of which the name says a part. */
  private byte[] digest(byte[] bytes, int from) {
    MessageDigest digest = CompiledAgainst.sha256();
    digest.update(against.getBytes(StandardCharsets.UTF_8));
    digest.update(bytes, from, bytes.length - from);
    return digest.digest();
  }

  /**
   * An entry or what a process that was ended left of one.
   *
   * @param used when it was used last
   */
  private record Kept(Path file, Instant used) {}

  private static void tidy(Path directory, Path newest) throws IOException {
    Instant now = Instant.now();
    List<Kept> entries = new ArrayList<>();
    for (Path file : files(directory)) {
      String name = file.getFileName().toString();
      Kept kept = new Kept(file, Files.getLastModifiedTime(file).toInstant());
      if (name.endsWith(TEMPORARY)) {
        if (kept.used.isBefore(now.minus(UNFINISHED))) {
          Files.deleteIfExists(file);
        }
      } else if (name.endsWith(ENDING) && !file.equals(newest)) {
        entries.add(kept);
      }
    }
    entries.sort(Comparator.comparing(Kept::used).reversed());
    for (int i = 0; i < entries.size(); i++) {
      Kept entry = entries.get(i);
      if (i >= MOST - 1 || entry.used.isBefore(now.minus(UNUSED))) {
        Files.deleteIfExists(entry.file);
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
    }
  }
}
