package org.jihe.cli.option;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jihe.reading.InputFile;

/** The names in a folder that a mistyped one may mean. */
final class NearNames {

  private static final int MOST = 3;

  /** Names that are looked at: nobody waits for a hint. */
  private static final int LOOKED_AT = 5_000;

  private NearNames() {}

  /** A name and how many characters of it would have to be typed otherwise. */
  private record Near(String name, int distance) {}

  /** The names most like that of the path, best first; none where all are far from it. */
  static List<String> in(Path folder, Path path) {
    String wanted = name(path);
    int most = Math.max(1, wanted.codePointCount(0, wanted.length()) / 3);
    List<Near> near = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      int looked = 0;
      for (Path entry : entries) {
        if (++looked > LOOKED_AT) {
          break;
        }
        int distance = distance(wanted, name(entry), most);
        if (distance <= most) {
          near.add(new Near(InputFile.name(entry.getFileName()), distance));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return near.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }

  /** Characters to insert, remove or replace; a forgotten or another ending counts as one. */
  private static int distance(String one, String other, int most) {
    int whole = edits(one.codePoints().toArray(), other.codePoints().toArray(), most);
    int stems = edits(stem(one).codePoints().toArray(), stem(other).codePoints().toArray(), most);
    return Math.min(whole, stems + 1);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private static int edits(int[] one, int[] other, int most) {
    if (Math.abs(one.length - other.length) > most) {
      return most + 1;
    }
    int[] before = new int[other.length + 1];
    for (int j = 0; j <= other.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length; i++) {
      int[] now = new int[other.length + 1];
      now[0] = i;
      for (int j = 1; j <= other.length; j++) {
        int replaced = before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length];
  }
}
