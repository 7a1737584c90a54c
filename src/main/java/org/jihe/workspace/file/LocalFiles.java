package org.jihe.workspace.file;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Shell;

/**
 * Files of this machine as Hadoop shows them to Spark and Iceberg, with the same checksums beside
 * them. Without its native library Hadoop starts a process {@code chmod} for every file, checksum
 * and folder that it makes, which costs as much processor time as a short file's contents; here
 * Java sets the permissions.
 */
public final class LocalFiles extends LocalFileSystem {

  /** Setting of Hadoop that names the class for addresses {@code file:}. */
  public static final String SETTING = "fs.file.impl";

  /** Made by Hadoop. */
  public LocalFiles() {
    super(new Raw());
  }

  /** On Windows Hadoop would look for a program {@code winutils.exe} and a library of its own. */
  private static final class Raw extends RawLocalFileSystem {

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      if (!Shell.WINDOWS) {
        return super.getFileStatus(path);
      }
      File file = pathToFile(path);
      BasicFileAttributes read;
      try {
        read = Files.readAttributes(file.toPath(), BasicFileAttributes.class);
      } catch (NoSuchFileException e) {
        throw new FileNotFoundException(file + " does not exist");
      }
      return new FileStatus(
          read.size(),
          read.isDirectory(),
          1,
          getDefaultBlockSize(path),
          read.lastModifiedTime().toMillis(),
          makeQualified(path));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
      File folder = pathToFile(path);
      if (!Shell.WINDOWS || !folder.isDirectory()) {
        return super.listStatus(path);
      }
      String[] names = folder.list();
      if (names == null) {
        throw new AccessDeniedException(folder.toString());
      }
      List<FileStatus> found = new ArrayList<>();
      for (String name : names) {
        try {
          found.add(getFileStatus(new Path(path, new Path(null, null, name))));
        } catch (FileNotFoundException e) {
          // Gone meanwhile.
        }
      }
      return found.toArray(FileStatus[]::new);
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      if (Shell.WINDOWS) {
        return; // folders hand their rights on to what is made in them
      }
      PosixFileAttributeView file =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      if (file == null || permission.getStickyBit()) {
        super.setPermission(path, permission);
      } else {
        file.setPermissions(permissions(permission));
      }
    }
  }

  private static Set<PosixFilePermission> permissions(FsPermission permission) {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] each = PosixFilePermission.values(); // as ls shows them: rwxrwxrwx
    int next = 0;
    for (FsAction action :
        new FsAction[] {
          permission.getUserAction(), permission.getGroupAction(), permission.getOtherAction()
        }) {
      for (FsAction one : new FsAction[] {FsAction.READ, FsAction.WRITE, FsAction.EXECUTE}) {
        if (action.implies(one)) {
          set.add(each[next]);
        }
        next++;
      }
    }
    return set;
  }
}
