package org.jihe.publish.marked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.jihe.publish.list.FileNames;
import org.jihe.publish.list.Item;

/**
 * Writes copies of the files that a department sent, each with a comment at every cell that
 * something is about. Originals are only read. A copy that would lose anything of its original is
 * not written.
 */
public final class MarkedCopies {

  private static final String MARKED = "-已标注";

  /** Why there is no copy; each has a message in the bundles. */
  public enum Reason {
    /** The file is not where it was read. */
    GONE,
    /** It was changed after it was read. */
    CHANGED,
    /** It is in an archive. */
    PACKED,
    /** Comments cannot be put into files of its format. */
    FORMAT,
    /** It is signed: any change would break the signature. */
    SIGNED,
    /** It is protected by a password, or against changes. */
    PROTECTED,
    /** The copy would lack something of the original. */
    LOSS,
    /** It cannot be opened. */
    UNREADABLE,
    /** None of its cells could be found again. */
    NO_CELL
  }

  /**
   * What came of one file.
   *
   * @param file the file
   * @param copy the copy's name; empty where there is none
   * @param marked how many comments there are
   * @param unplaced how many have no cell there
   * @param reason why there is no copy, by its name; empty where there is one
   * @param detail more on that; may be empty
   */
  public record Result(
      String file, String copy, int marked, int unplaced, String reason, String detail) {}

  private final Path folder;
  private final FileNames names = new FileNames();

  /**
   * Copies in a folder.
   *
   * @param folder a folder that exists
   */
  public MarkedCopies(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies a file.
   *
   * @param file as it was read
   * @param sha256 digest of what was read
   * @param format short name of its format
   */
  public Result copy(String file, String sha256, String format, List<Item> items)
      throws IOException {
    List<Mark> marks = Mark.of(items);
    List<Mark> left = new ArrayList<>();
    try {
      byte[] source = source(file, sha256, format);
      byte[] copy =
          switch (format) {
            case "xlsx" -> office(source, marks, left, true);
            case "docx" -> office(source, marks, left, false);
            default -> MarkedPages.copy(source, marks, left);
          };
      if (left.size() == marks.size()) {
        throw new Refused(Reason.NO_CELL, "");
      }
      String name = Item.fileName(file);
      int dot = name.lastIndexOf('.');
      String ending = dot > 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : "." + format;
      String bare = FileNames.safe(dot > 0 ? name.substring(0, dot) : name);
      String written = names.free(bare + MARKED, FileNames.safe(ending).isEmpty() ? "" : ending);
      Files.write(folder.resolve(written), copy);
      return new Result(file, written, marks.size() - left.size(), left.size(), "", "");
    } catch (Refused refused) {
      String detail = String.valueOf(refused.getMessage());
      return new Result(file, "", 0, marks.size(), refused.reason().name(), detail);
    }
  }

  static byte[] source(String file, String sha256, String format) throws Refused {
    if (file.contains("!/")) {
      throw new Refused(Reason.PACKED, "");
    }
    if (!Set.of("xlsx", "docx", "pdf").contains(format)) {
      throw new Refused(Reason.FORMAT, format);
    }
    byte[] source;
    try {
      source = Files.readAllBytes(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new Refused(Reason.GONE, "");
    }
    if (!sha256.equals(digest(source))) {
      throw new Refused(Reason.CHANGED, "");
    }
    return source;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] office(byte[] source, List<Mark> marks, List<Mark> left, boolean workbook)
      throws Refused {
    try {
      Set<String> parts = parts(source);
      if (parts.stream().anyMatch(part -> part.startsWith("/_xmlsignatures"))) {
        throw new Refused(Reason.SIGNED, "");
      }
      byte[] copy =
          workbook
              ? MarkedWorkbook.copy(source, marks, left)
              : MarkedDocument.copy(source, marks, left);
      Set<String> lost = new TreeSet<>(parts);
      lost.removeAll(parts(copy));
      // The order of calculation is made anew by whoever opens the workbook.
      lost.remove("/xl/calcChain.xml");
      if (!lost.isEmpty()) {
        throw new Refused(Reason.LOSS, String.join("、", lost));
      }
      return copy;
    } catch (IOException | OpenXML4JException | RuntimeException e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Refused(Reason.UNREADABLE, detail);
    }
  }

  private static Set<String> parts(byte[] bytes) throws IOException, OpenXML4JException {
    Set<String> names = new TreeSet<>();
    try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
      for (PackagePart part : opened.getParts()) {
        if (!part.isRelationshipPart()) {
          names.add(part.getPartName().getName());
        }
      }
      opened.revert();
    }
    return names;
  }
}
