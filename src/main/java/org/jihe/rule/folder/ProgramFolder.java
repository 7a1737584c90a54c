package org.jihe.rule.folder;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code rules/} that stands beside the program. The program was built from it; who
 * changes a file there means the change, so what stands there counts, and the program itself brings
 * no more than what would take long to read and compile.
 */
public final class ProgramFolder {

  /** System property that names the folder which the program was unpacked into. */
  static final String HOME = "jihe.home";

  /** Where the build leaves the rules and parameters that it has compiled, byte for byte. */
  public static final String RESOURCE = "/rules/compiled-from.bin";

  private static final String RULES = "rules";
  private static final String LIBRARIES = "target";

  private ProgramFolder() {}

  /** The folder; null where the program stands alone, as in a jar that was put elsewhere. */
  static RuleFolder.@Nullable Directory find() {
    Path home = home();
    Path rules = home == null ? null : home.resolve(RULES);
    return rules != null && Files.isDirectory(rules) ? new RuleFolder.Directory(rules) : null;
  }

  private static @Nullable Path home() {
    String named = System.getProperty(HOME, "");
    try {
      return named.isBlank() ? homeOfJar() : Path.of(named);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The folder of the jar's folder, where that is the build's. */
  private static @Nullable Path homeOfJar() {
    CodeSource source = ProgramFolder.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      Path folder = jar == null || !Files.isRegularFile(jar) ? null : jar.getParent();
      return folder != null && folder.endsWith(LIBRARIES) ? folder.getParent() : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The folder where rules or parameters in it are not those that the program was built with. */
  public static RuleFolder.@Nullable Directory changed() throws RuleException {
    RuleFolder.Directory folder = find();
    if (folder == null) {
      return null;
    }
    try (InputStream in = ProgramFolder.class.getResourceAsStream(RESOURCE)) {
      boolean same = in != null && Arrays.equals(in.readAllBytes(), compiledFrom(folder));
      return same ? null : folder;
    } catch (IOException e) {
      return folder;
    }
  }

  private static boolean isCompiled(String path) {
    return path.endsWith(".drl") || path.endsWith(".yaml") || RuleFolder.isTable(path);
  }

  /** Paths and contents of all files that the build compiles, or would if they were there. */
  public static byte[] compiledFrom(RuleFolder.Directory folder) throws RuleException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String path : folder.files(ProgramFolder::isCompiled)) {
        byte[] content = folder.bytes(path);
        out.writeUTF(path);
        out.writeInt(content.length);
        out.write(content);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
