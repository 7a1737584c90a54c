package org.jihe.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jihe.workspace.catalog.WorkspaceBusyException;

/**
 * The right to write a workspace that lies on this machine: the system gives it to one process, and
 * takes it back from one that has died. All versions of the program keep to it.
 */
final class WriterLock implements AutoCloseable {

  private static final long PAUSE_MILLIS = 100;

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the right, waiting so long for whoever has it.
   *
   * @throws WorkspaceBusyException where another still has it then
   */
  static WriterLock take(Path folder, Duration wait) throws IOException, WorkspaceBusyException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(Workspace.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      long begun = System.nanoTime();
      while (!isLocked(channel)) {
        if (System.nanoTime() - begun >= wait.toNanos()) {
          throw new WorkspaceBusyException(folder);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return new WriterLock(channel);
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the workspace");
    } catch (IOException | WorkspaceBusyException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this process has it already
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
