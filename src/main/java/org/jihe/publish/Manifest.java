package org.jihe.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code manifest.json} of a publication: which run it shows, and what belongs to it. A
 * reader that takes the files which a manifest names, with the digests that it names, has those of
 * one run; where a file is not there or is another, the publication was exchanged meanwhile, and
 * the reader begins anew with the manifest.
 *
 * @param run the run whose tables it shows
 * @param schema number of the tables' layout
 * @param program version of the program that wrote it
 * @param contents what the files were made of; two publications of the same contents are the same
 * @param files all files but the manifest itself, by name
 */
public record Manifest(String run, int schema, String program, String contents, List<Entry> files) {

  /** Name of the manifest's file. */
  public static final String FILE = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A file of the publication.
   *
   * @param name its name in the folder, with {@code /} behind the names of folders in it
   * @param bytes its length
   * @param sha256 digest of its bytes, hexadecimal
   */
  public record Entry(String name, long bytes, String sha256) {}

  public Manifest {
    files = List.copyOf(files);
  }

  /** The manifest of the files of a folder. */
  static Manifest of(Path folder, Edition edition) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path path : filesIn(folder)) {
      if (!path.endsWith(FILE)) {
        entries.add(entry(folder, path));
      }
    }
    return new Manifest(
        edition.run(), edition.schema(), edition.program(), edition.contents(), entries);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Entry entry(Path folder, Path file) throws IOException {
    String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
    return new Entry(name, Files.size(file), sha256(file));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The manifest of a publication; null where there is none that can be read. */
  public static @Nullable Manifest read(Path published) {
    try {
      Manifest read = JSON.readValue(published.resolve(FILE).toFile(), Manifest.class);
      // Written by hand or by another version: a member may be missing.
      return Stream.of(read.run, read.program, read.contents).allMatch(String.class::isInstance)
          ? read
          : null;
    } catch (IOException | NullPointerException e) {
      return null;
    }
  }

  /** True where the folder holds every file of the manifest as it names it, and no other. */
  public boolean describes(Path published) {
    try {
      for (Entry entry : files) {
        Path file = published.resolve(entry.name);
        if (Files.size(file) != entry.bytes || !sha256(file).equals(entry.sha256)) {
          return false;
        }
      }
      return filesIn(published).size() == files.size() + 1;
    } catch (IOException e) {
      return false;
    }
  }

  /** A file as it was written; null where it is none of this publication, or has changed. */
  @Nullable Path intact(Path published, String name) throws IOException {
    Path file = published.resolve(name);
    for (Entry entry : files) {
      if (entry.name.equals(name)) {
        return Files.isRegularFile(file) && sha256(file).equals(entry.sha256) ? file : null;
      }
    }
    return null;
  }

  /** True where this publication was made of the same, by the same version of the program. */
  boolean isOf(Edition edition) {
    return contents.equals(edition.contents())
        && schema == edition.schema()
        && program.equals(edition.program());
  }

  /** The same publication of a later run that left the tables as they were. */
  Manifest by(String later) {
    return new Manifest(later, schema, program, contents, files);
  }

  /** Writes it into the folder, as one. */
  void write(Path folder) throws IOException {
    Path next = folder.resolveSibling("." + FILE + ".new");
    try {
      Files.writeString(next, text());
      Files.move(
          next,
          folder.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private String text() throws JsonProcessingException {
    return JSON.writeValueAsString(this) + "\n";
  }
}
