package org.jihe.rule.waiver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/** A file of waivers that a command adds to; what people have written in it stays as it is. */
public final class WaiverFile {

  private static final String HEAD = "waivers:\n";

  private WaiverFile() {}

  /** What became of a waiver. */
  public enum Added {
    /** It stands in the file now. */
    WRITTEN,
    /** It stood there already. */
    KNOWN,
    /** The file is laid out so that a person must write it. */
    BY_HAND
  }

  /**
   * Adds a waiver at the end of the file, which is made where there is none.
   *
   * @param rules ids of the rules that there are
   * @throws RuleException where the file is wrong as it is, with file and line
   * @throws IOException where it cannot be read or written
   */
  public static Added add(Path file, Waiver waiver, Set<String> rules)
      throws IOException, RuleException {
    Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
    // Two who add at once must not write over each other's line.
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return addLocked(file, waiver, rules);
    } finally {
      Files.deleteIfExists(lock);
    }
  }

  private static Added addLocked(Path file, Waiver waiver, Set<String> rules)
      throws IOException, RuleException {
    String before = HEAD;
    int count = 0;
    if (Files.exists(file)) {
      Waivers known = Waivers.read(file, rules, LocalDate.MIN);
      if (known.active().contains(waiver)) {
        return Added.KNOWN;
      }
      count = known.active().size();
      before = Files.readString(file);
    }
    String ended = before.endsWith("\n") ? before : before + "\n";
    Path next = file.resolveSibling("." + file.getFileName() + ".next");
    try {
      Files.writeString(next, ended + line(waiver) + "\n");
      if (!holds(next, waiver, count + 1, rules)) {
        return Added.BY_HAND;
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return Added.WRITTEN;
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** Read again, the file must say what it said before and the waiver. */
  private static boolean holds(Path file, Waiver waiver, int count, Set<String> rules) {
    try {
      Waivers read = Waivers.read(file, rules, LocalDate.MIN);
      return read.active().size() == count && read.active().contains(waiver);
    } catch (RuleException e) {
      return false;
    }
  }

  /** The waiver as a line of the file. */
  public static String line(Waiver waiver) {
    StringBuilder line = new StringBuilder("  - {rule: ").append(quoted(waiver.rule()));
    put(line, "project", waiver.project());
    put(line, "agency", waiver.agency());
    put(line, "department", waiver.department());
    line.append(", year: ").append(waiver.year());
    put(line, "fingerprint", waiver.fingerprint());
    put(line, "reason", waiver.reason());
    put(line, "approver", waiver.approver());
    return line.append(", expires: ").append(waiver.expires()).append('}').toString();
  }

  private static void put(StringBuilder line, String key, @Nullable String value) {
    if (value != null) {
      line.append(", ").append(key).append(": ").append(quoted(value));
    }
  }

  /** As YAML reads it whatever it holds: between double quotes, what is no text escaped. */
  private static String quoted(String text) {
    if (text.matches("[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9]*")) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
