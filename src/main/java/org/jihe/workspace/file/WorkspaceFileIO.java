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
  public static final String TABLES = "jihe:/tables";

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
  }

  /** The address where the file is now. */
  public String resolved(String location) {
    if (home.isEmpty()) {
      return location;
    }
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

  @Override
  public InputFile newInputFile(String location) {
    String resolved = resolved(location);
    InputFile file = super.newInputFile(resolved);
    return resolved.equals(location) ? file : new Moved(file, location);
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    String resolved = resolved(location);
    InputFile file = super.newInputFile(resolved, length);
    return resolved.equals(location) ? file : new Moved(file, location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    String resolved = resolved(location);
    OutputFile file = super.newOutputFile(resolved);
    return resolved.equals(location) ? file : new MovedOutput(file, location);
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
