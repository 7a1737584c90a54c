package org.jihe.rule.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled rules are code: they are kept where nobody else can put any. */
final class CacheFolderTest {

  @TempDir Path folder;

  @BeforeEach
  void permissions() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private Path find(String system, Map<String, String> environment) {
    return CacheFolder.find(environment, system, folder.resolve("user").toString());
  }

  private Path make(String permissions) throws IOException {
    Path made = Files.createDirectories(folder.resolve("cache/jihe"));
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
  }

  private Map<String, String> environment() {
    return Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void isMadeForTheUserAlone() throws IOException {
    Path made = find("Linux", environment());

    assertThat(made).isEqualTo(folder.resolve("cache/jihe"));
    assertThat(permissions(made)).isEqualTo("rwx------");
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void standsWhereTheSystemKeepsSuchThings() {
    String home = folder.resolve("home").toString();
    String local = folder.resolve("local").toString();

    assertThat(find("Linux", Map.of("HOME", home))).isEqualTo(folder.resolve("home/.cache/jihe"));
    assertThat(find("Linux", Map.of())).isEqualTo(folder.resolve("user/.cache/jihe"));
    assertThat(find("Mac OS X", Map.of("HOME", home)))
        .isEqualTo(folder.resolve("home/Library/Caches/jihe"));
    assertThat(find("Windows 11", Map.of("LOCALAPPDATA", local)))
        .isEqualTo(folder.resolve("local/jihe"));
  }

  @Test
  void whatOthersMayWriteIsNotUsed() throws IOException {
    for (String permissions : new String[] {"rwxrwx---", "rwx---rwx", "rwxrwxrwx"}) {
      make(permissions);

      assertThat(find("Linux", environment())).isEqualTo(folder.resolve("user/.cache/jihe"));
    }
  }

  @Test
  void whatOthersMayReadIsClosed() throws IOException {
    make("rwxr-xr-x");

    assertThat(permissions(find("Linux", environment()))).isEqualTo("rwx------");
  }

  @Test
  void whatBelongsToSomebodyElseIsNotUsed() throws IOException {
    Path made = make("rwx------");
    assumeTrue(Files.getOwner(made).getName().equals("root"));
    Files.setOwner(
        made,
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertThat(find("Linux", environment())).isEqualTo(folder.resolve("user/.cache/jihe"));
  }

  @Test
  void aFolderThatIsNotNamedFromTheRootIsNone() {
    assertThat(find("Linux", Map.of("XDG_CACHE_HOME", "cache", "HOME", "home"))).isNull();
    assertThat(CacheFolder.find(Map.of(), "Linux", "?")).isNull();
    assertThat(CacheFolder.find(Map.of(), "Linux", "")).isNull();
  }

  @Test
  void aHomeThatCannotBeWrittenIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    assertThat(CacheFolder.find(Map.of("HOME", file.toString()), "Linux", "/proc/none")).isNull();
  }
}
