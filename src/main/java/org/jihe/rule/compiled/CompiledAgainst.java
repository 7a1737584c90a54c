package org.jihe.rule.compiled;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What compiled rules depend on beside their own text: the program's classes, the libraries, Drools
 * and Java. Rules that were compiled against anything else may fail on every form.
 */
public final class CompiledAgainst {

  /** Where the build leaves the digest of the program. */
  public static final String RESOURCE = "/rules/program.txt";

  private CompiledAgainst() {}

  /** What rules are compiled against in this process. */
  static String here() {
    try (InputStream in = CompiledAgainst.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      return with(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a program of another digest. */
  public static String with(String program) {
    return String.join(
        "\n",
        program,
        String.valueOf(org.drools.model.Model.class.getPackage().getImplementationVersion()),
        String.valueOf(Runtime.version().feature()));
  }

  /**
   * The digest of a program.
   *
   * @param classes folder of its classes; those of rules are not its own
   * @param libraries the file that names its libraries and their versions
   */
  public static String program(Path classes, Path libraries) throws IOException {
    MessageDigest digest = sha256();
    Path own = classes.resolve("org");
    try (Stream<Path> all = Files.walk(own)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      for (Path file : files) {
        String name = own.relativize(file).toString().replace('\\', '/');
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(file));
      }
    }
    digest.update(Files.readAllBytes(libraries));
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
