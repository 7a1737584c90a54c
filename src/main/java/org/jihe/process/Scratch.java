package org.jihe.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this process for all that it needs only while it runs. No other user can look into
 * it or guess its name. It goes when the process ends; what a process leaves that was killed, the
 * next one takes away: a lock on a file in it tells whether its owner lives.
 */
public final class Scratch {

  /** What its name begins with; no person gives such a name to anything. */
  static final String PREFIX = "jihe-tmp-";

  /** The file that its owner holds locked. */
  static final String OWNER = ".jihe-owner";

  /** What libraries log, and the traces of failures; stays where a message has named it. */
  public static final String LOG = "jihe.log";

  /** System property: the folder that the launcher has made for this process. */
  public static final String GIVEN = "jihe.scratch";

  /** Spark unpacks native libraries and spills what does not fit into memory. */
  static final long ROOM = 64L << 20;

  private static final Pattern NAME = Pattern.compile(PREFIX + "[A-Za-z0-9]{8,20}");

  /** Between making a folder and locking it a process needs less. */
  private static final Duration BEGINNING = Duration.ofMinutes(10);

  private static final Duration LOG_KEPT = Duration.ofDays(7);

  /** Threads that still write need so long at most to notice that they are stopped. */
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private static final long PAUSE_MILLIS = 20;

  /** So many pauses pass in which the folder might come back. */
  private static final int LOOKS = 10;

  private final Path folder;
  private final @Nullable FileChannel owner;
  private boolean logNamed;

  private Scratch(Path folder, @Nullable FileChannel owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /**
   * Makes the folder in the first of the places that can be written, that programs can be loaded
   * from, and that has room; where none has room, in that which has most. What dead processes left
   * in these places is taken away first.
   *
   * @param given a folder that was made for this process already, or null
   * @return null where there is no such place
   */
  public static @Nullable Scratch open(@Nullable Path given, List<Path> places) {
    Scratch best = given == null ? null : taken(given);
    long room = best == null ? 0 : best.roomInTidied(best.folder.getParent());
    for (Path place : places) {
      if (room >= ROOM) {
        break;
      }
      Scratch next = made(place);
      if (next == null) {
        continue;
      }
      long more = next.roomInTidied(place);
      if (more > room) {
        room = more;
        if (best != null) {
          best.close();
        }
        best = next;
      } else {
        next.close();
      }
    }
    if (best != null) {
      places.forEach(best::tidy);
    }
    return best;
  }

  private long roomInTidied(@Nullable Path place) {
    if (place != null) {
      tidy(place);
    }
    return room();
  }

  private static @Nullable Scratch made(Path place) {
    try {
      Files.createDirectories(place);
      return taken(Files.createTempDirectory(place.toAbsolutePath(), PREFIX));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Takes possession of an empty folder; one that is of no use is removed. */
  private static @Nullable Scratch taken(Path folder) {
    Path unlocked = folder.resolve(OWNER + ".new");
    FileChannel channel = null;
    try {
      channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock(channel);
      // Never seen unlocked under its name while the owner lives.
      Path locked = folder.resolve(OWNER);
      Files.move(unlocked, locked, StandardCopyOption.ATOMIC_MOVE);
      Scratch scratch = new Scratch(folder, channel);
      if (isExecutable(locked)) {
        return scratch;
      }
      scratch.close();
      return null;
    } catch (IOException | RuntimeException e) {
      new Scratch(folder, channel).close();
      return null;
    }
  }

  /** Where there are no locks, as on some network drives, the folder does without. */
  private static void lock(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException e) {
      // Its folder is not taken away by others, who cannot lock it either.
    }
  }

  /** Native libraries cannot be loaded from a drive that is mounted without execution. */
  private static boolean isExecutable(Path file) throws IOException {
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
      return true;
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return Files.isExecutable(file);
  }

  private long room() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Makes it the folder for temporary files of everything in this process. */
  public void use() {
    String path = folder.toString();
    System.setProperty("java.io.tmpdir", path);
    // Where Java holds fast to the folder that it was started with, libraries are told by name.
    System.setProperty("ZstdTempFolder", path);
    System.setProperty("org.sqlite.tmpdir", path);
  }

  /** A message names the log: the file is left for whoever reads the message. */
  public synchronized void leaveLog() {
    logNamed = true;
  }

  /** Removes the folder, but for a log that a message has named. */
  public synchronized void close() {
    long end = System.nanoTime() + CLOSING.toNanos();
    boolean gone = false;
    while (!gone && System.nanoTime() < end) {
      try {
        delete(folder, logNamed ? folder.resolve(LOG) : null);
        gone = true;
      } catch (IOException | UncheckedIOException | Error e) {
        // Threads that still write, or hold all memory, so that not even a class can be loaded;
        // what is left, the next process removes.
        pause();
      }
    }
    try {
      if (owner != null) {
        owner.close();
      }
    } catch (IOException e) {
      // The system closes it.
    }
  }

  /**
   * The same where other threads still run: one of them may be about to make the folder anew and
   * write into it. Until they have had time to fail at that, a file stands in its place.
   */
  public void closeForGood() {
    long end = System.nanoTime() + CLOSING.toNanos();
    do {
      close();
      if (logNamed) {
        return;
      }
      boolean stays = false;
      try {
        Files.createFile(folder);
        stays = true;
      } catch (IOException | Error e) {
        // It has come back already, or there is no memory for more than removing it.
      }
      for (int look = 1; look <= LOOKS && (stays || !Files.exists(folder)); look++) {
        pause();
      }
      if (stays && unblocked()) {
        return; // to the end of the process, at once
      }
    } while (Files.exists(folder) && System.nanoTime() < end);
  }

  private boolean unblocked() {
    try {
      Files.delete(folder);
      return true;
    } catch (IOException | Error e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Removes what dead processes of the same user left in a place. */
  private void tidy(Path place) {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            place, path -> NAME.matcher(String.valueOf(path.getFileName())).matches())) {
      UserPrincipal user = Files.getOwner(folder);
      for (Path other : found) {
        // Closing a file of one's own once more would give its lock away.
        if (!Files.isSameFile(other, folder)
            && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          tidyOne(other);
        }
      }
    } catch (IOException | RuntimeException e) {
      // Nobody's place to tidy.
    }
  }

  private static void tidyOne(Path folder) {
    try {
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.isRegularFile(folder.resolve(OWNER), LinkOption.NOFOLLOW_LINKS)) {
          deleteWhereOwnerIsDead(folder);
        } else {
          deleteWhereOld(folder);
        }
      } else if (Files.isRegularFile(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(folder); // stood in a folder's place for the last moments of a process
      }
    } catch (IOException | RuntimeException e) {
      // Another process tidies it.
    }
  }

  private static void deleteWhereOwnerIsDead(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(OWNER), StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        delete(folder, null);
      }
    }
  }

  /**
   * A folder that never was in use, that a dying process made anew, or that holds a log that
   * somebody was told of: who lives has a file in it that says so.
   */
  private static void deleteWhereOld(Path folder) throws IOException {
    Path log = folder.resolve(LOG);
    boolean hasLog = Files.exists(log, LinkOption.NOFOLLOW_LINKS);
    Duration kept = hasLog ? LOG_KEPT : BEGINNING;
    Instant changed =
        Files.getLastModifiedTime(hasLog ? log : folder, LinkOption.NOFOLLOW_LINKS).toInstant();
    if (changed.plus(kept).isBefore(Instant.now())) {
      delete(folder, null);
    }
  }

  /** Deletes the folder with all that is in it but one file, the owner's lock last. */
  private static void delete(Path folder, @Nullable Path kept) throws IOException {
    Path lock = folder.resolve(OWNER);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(kept) && !file.equals(lock)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE; // gone meanwhile
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (!directory.equals(folder)) {
              Files.deleteIfExists(directory);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      if (left.anyMatch(file -> !file.equals(lock) && !file.equals(kept))) {
        throw new DirectoryNotEmptyException(folder.toString()); // written meanwhile
      }
    }
    Files.deleteIfExists(lock);
    if (kept == null || !Files.exists(kept)) {
      Files.deleteIfExists(folder);
    }
  }
}
