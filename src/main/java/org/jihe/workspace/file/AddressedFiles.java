package org.jihe.workspace.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The files of tables by their addresses in the workspace, as Hadoop sees them. A file that Iceberg
 * knows as one of Hadoop's is written with the settings that are there already; for every other one
 * it reads Hadoop's settings from their XML again, which costs as much as a short file's contents.
 */
public final class AddressedFiles extends FileSystem {

  /** What addresses in a workspace begin with. */
  static final String SCHEME = "jihe";

  private static final URI ROOT = URI.create(SCHEME + ":/");
  private static final String HOME = "fs." + SCHEME + ".home";

  private String home = "";

  /** Made by Hadoop. */
  public AddressedFiles() {}

  /**
   * Settings with which Hadoop finds the files.
   *
   * @param home address of the folder of the tables
   */
  static Configuration settings(Configuration hadoop, String home) {
    Configuration settings = new Configuration(hadoop);
    settings.set("fs." + SCHEME + ".impl", AddressedFiles.class.getName());
    // Hadoop would hand on that of the first workspace to all.
    settings.setBoolean("fs." + SCHEME + ".impl.disable.cache", true);
    settings.set(HOME, home);
    return settings;
  }

  @Override
  public void initialize(URI name, Configuration settings) throws IOException {
    super.initialize(name, settings);
    home = settings.getTrimmed(HOME, "");
    if (home.isEmpty()) {
      throw new IOException("no folder is set for " + name);
    }
  }

  private Path resolved(Path path) {
    if (!SCHEME.equals(path.toUri().getScheme())) {
      return path;
    }
    return new Path(WorkspaceFileIO.resolved(path.toString(), home));
  }

  private FileSystem under(Path resolved) throws IOException {
    return resolved.getFileSystem(getConf());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    Path resolved = resolved(path);
    return under(resolved).open(resolved, buffer);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    Path resolved = resolved(path);
    return under(resolved)
        .create(resolved, permission, overwrite, buffer, replication, block, progress);
  }

  @Override
  public FSDataOutputStream append(Path path, int buffer, Progressable progress)
      throws IOException {
    Path resolved = resolved(path);
    return under(resolved).append(resolved, buffer, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    Path resolved = resolved(from);
    return under(resolved).rename(resolved, resolved(to));
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    Path resolved = resolved(path);
    return under(resolved).delete(resolved, recursive);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws FileNotFoundException, IOException {
    Path resolved = resolved(path);
    FileStatus[] each = under(resolved).listStatus(resolved);
    for (FileStatus status : each) {
      status.setPath(new Path(path, status.getPath().getName()));
    }
    return each;
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    Path resolved = resolved(path);
    FileStatus status = under(resolved).getFileStatus(resolved);
    status.setPath(path);
    return status;
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    Path resolved = resolved(path);
    return under(resolved).mkdirs(resolved, permission);
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path(ROOT);
  }

  @Override
  public void setWorkingDirectory(Path path) {
    // addresses are whole
  }

  @Override
  public long getDefaultBlockSize(Path path) {
    return resolvedOr(path, FileSystem::getDefaultBlockSize, super.getDefaultBlockSize(path));
  }

  @Override
  public short getDefaultReplication(Path path) {
    return resolvedOr(path, FileSystem::getDefaultReplication, super.getDefaultReplication(path));
  }

  @FunctionalInterface
  private interface Of<T> {
    T path(FileSystem files, Path path);
  }

  private <T> T resolvedOr(Path path, Of<T> of, T other) {
    try {
      Path resolved = resolved(path);
      return of.path(under(resolved), resolved);
    } catch (IOException e) {
      return other;
    }
  }
}
