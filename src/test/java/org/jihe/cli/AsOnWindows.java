package org.jihe.cli;

import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same as {@link CommandLines} where libraries take the machine for one with Windows. Java
 * itself has looked before; libraries with parts for each system are told where this one's lie.
 */
final class AsOnWindows {

  private AsOnWindows() {}

  public static void main(String[] arguments) throws Exception {
    ServerSocketChannel.open().close();
    Selector.open().close();
    new ProcessBuilder("true").start().waitFor();
    Path natives = Files.createTempDirectory("natives");
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    String arch = machine.equals("aarch64") ? machine : "amd64";
    unpack("/org/sqlite/native/Linux/" + machine + "/libsqlitejdbc.so", natives.resolve("sqlite"));
    unpack(
        "/org/xerial/snappy/native/Linux/" + machine + "/libsnappyjava.so",
        natives.resolve("snappy"));
    unpack(zstd(arch), natives.resolve("zstd"));
    System.setProperty("org.sqlite.lib.path", natives.toString());
    System.setProperty("org.sqlite.lib.name", "sqlite");
    System.setProperty("org.xerial.snappy.lib.path", natives.toString());
    System.setProperty("org.xerial.snappy.lib.name", "snappy");
    System.setProperty("ZstdNativePath", natives.resolve("zstd").toString());
    System.setProperty("os.name", "Windows 11");
    CommandLines.main(arguments);
  }

  private static String zstd(String arch) {
    String version = ZstdVersion.VERSION;
    return "/linux/" + arch + "/libzstd-jni-" + version + ".so";
  }

  private static void unpack(String resource, Path file) throws IOException {
    try (InputStream in = AsOnWindows.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no " + resource);
      }
      Files.copy(in, file);
    }
  }
}
