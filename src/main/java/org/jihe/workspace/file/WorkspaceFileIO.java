package org.jihe.workspace.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Finds a workspace's files where the workspace is now. Metadata hold addresses within the
 * workspace ({@code jihe:/tables/forms/…}), so that one that is moved, renamed or copied works as
 * it is. Those of earlier versions say where a file was when it was written, often a place that
 * still belongs to the original: such an address is resolved by its end, the table's name and what
 * stands below it. None leads out of the workspace.
 *
 * <p>Iceberg makes it by its name, from the catalog's property {@code io-impl}.
 */
public final class WorkspaceFileIO extends HadoopFileIO {

  private static final long serialVersionUID = 1L;

  /** Property: address of the folder of the tables; without it addresses are what they are. */
  public static final String HOME = "jihe.home";

  /** The folder of the tables in the metadata, wherever it is. */
  public static final String TABLES = AddressedFiles.SCHEME + ":/tables";

  private static final Pattern BELOW_A_TABLE =
      Pattern.compile(".*/tables(/[a-z_]+(?:/(?:data|metadata)(?:/.*)?)?)", Pattern.DOTALL);

  private String home = "";

  /** The files of tables in a folder. */
  public static WorkspaceFileIO at(String home, Configuration hadoop) {
    WorkspaceFileIO files = new WorkspaceFileIO();
    files.setConf(hadoop);
    files.initialize(Map.of(HOME, home));
    return files;
  }

  @Override
  public void initialize(Map<String, String> properties) {
    super.initialize(properties);
    home = properties.getOrDefault(HOME, "");
    if (!home.isEmpty()) {
      setConf(AddressedFiles.settings(getConf(), home));
    }
  }

  /** The address where the file is now. */
  public String resolved(String location) {
    return home.isEmpty() ? location : resolved(location, home);
  }

  /** The same in the workspace whose tables have this address. */
  static String resolved(String location, String home) {
    if (location.contains("/../")) {
      throw new ValidationException("An address leads out of the workspace: %s", location);
    }
    if (location.startsWith(TABLES + "/")) {
      return home + location.substring(TABLES.length());
    }
    if (location.startsWith(home + "/")) {
      return location;
    }
    Matcher matcher = BELOW_A_TABLE.matcher(location);
    return matcher.matches() ? home + matcher.group(1) : location;
  }

  /** Whether Hadoop finds a file by this address itself. */
  private static boolean isFound(String location, String resolved) {
    return resolved.equals(location) || location.startsWith(TABLES + "/");
  }

  @Override
  public InputFile newInputFile(String location) {
    String resolved = resolved(location);
    if (isFound(location, resolved)) {
      return super.newInputFile(location);
    }
    return new Moved(super.newInputFile(resolved), location);
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    String resolved = resolved(location);
    if (isFound(location, resolved)) {
      return super.newInputFile(location, length);
    }
    return new Moved(super.newInputFile(resolved, length), location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    String resolved = resolved(location);
    if (isFound(location, resolved)) {
      return super.newOutputFile(location);
    }
    return new MovedOutput(super.newOutputFile(resolved), location);
  }

  @Override
  public void deleteFile(String location) {
    super.deleteFile(resolved(location));
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    return super.listPrefix(resolved(prefix));
  }

  @Override
  public void deletePrefix(String prefix) {
    super.deletePrefix(resolved(prefix));
  }

  @Override
  public void deleteFiles(Iterable<String> locations) {
    List<String> resolved = new ArrayList<>();
    locations.forEach(location -> resolved.add(resolved(location)));
    super.deleteFiles(resolved);
  }

  /** A file that bears the address by which the table knows it. */
  private record Moved(InputFile file, String location) implements InputFile {

    @Override
    public long getLength() {
      return file.getLength();
    }

    @Override
    public SeekableInputStream newStream() {
      return new HeldStreams.Input(file.newStream());
    }

    @Override
    public boolean exists() {
      return file.exists();
    }
  }

  /** A new file that bears the address by which the table will know it. */
  private record MovedOutput(OutputFile file, String location) implements OutputFile {

    @Override
    public PositionOutputStream create() {
      return new HeldStreams.Output(file.create());
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      return new HeldStreams.Output(file.createOrOverwrite());
    }

    @Override
    public InputFile toInputFile() {
      return new Moved(file.toInputFile(), location);
    }
  }
}
