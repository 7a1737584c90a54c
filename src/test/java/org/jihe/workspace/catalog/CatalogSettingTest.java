package org.jihe.workspace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jihe.workspace.FolderState;
import org.jihe.workspace.catalog.CatalogSettingException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a catalog is: by a file, else by the environment, else in the workspace. */
class CatalogSettingTest {

  @TempDir private Path folder;

  private CatalogSetting of(String uri) throws IOException {
    return CatalogSetting.of(folder, Map.of(CatalogSetting.VARIABLE, uri));
  }

  private void refuses(String uri, Problem problem) {
    assertThatThrownBy(() -> of(uri))
        .isInstanceOfSatisfying(
            CatalogSettingException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void isInTheWorkspaceUnlessSaidOtherwise() throws Exception {
    assertThat(CatalogSetting.of(folder, Map.of()).isLocal()).isTrue();
    assertThat(of("jdbc:postgresql://db:5432/jihe").isLocal()).isFalse();
    assertThat(of("https://catalog/api").isLocal()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3", "s3a", "S3A", "s3n", "oss", "obs", "cos", "cosn", "gs"})
  void aCatalogOfFilesIsRefusedWhereCommitsGetLost(String scheme) {
    refuses("hadoop:" + scheme + "://bucket/jihe", Problem.HADOOP);
  }

  @Test
  void aCatalogOfFilesIsRefusedForTablesOnSuchAStoreToo() throws Exception {
    Files.writeString(folder.resolve(CatalogSetting.FILE), "uri=hadoop:\ntables=s3a://bucket/t\n");
    assertThatThrownBy(() -> CatalogSetting.of(folder, Map.of()))
        .isInstanceOf(CatalogSettingException.class);
    Files.delete(folder.resolve(CatalogSetting.FILE));
    assertThat(of("hadoop:hdfs://name/jihe").isHadoop()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://jihe:geheim@db/jihe",
    "jdbc:postgresql://db/jihe?user=a&password=geheim",
    "jdbc:postgresql://db/jihe?sslpassword=geheim",
    "https://jihe:geheim@catalog/",
    "https://catalog/?token=geheim"
  })
  void credentialsAreRefusedAndNotRepeated(String uri) {
    refuses(uri, Problem.CREDENTIALS);
    assertThatThrownBy(() -> of(uri)).message().doesNotContain("geheim");
  }

  @Test
  void whatIsNoCatalogIsRefused() {
    refuses("postgres", Problem.UNKNOWN);
  }

  @Test
  void isKeptForWhoeverOpensTheWorkspaceNext() throws Exception {
    CatalogSetting chosen = of("jdbc:postgresql://db/jihe");
    chosen.keep(folder);
    assertThat(CatalogSetting.of(folder, Map.of())).isEqualTo(chosen);
    assertThat(of("jdbc:postgresql://other/jihe")).isEqualTo(chosen);
  }

  @Test
  void aCatalogInTheWorkspaceStaysWhateverTheEnvironmentSays() throws Exception {
    Files.writeString(LocalCatalog.file(folder), "");
    assertThat(of("jdbc:postgresql://db/jihe").isLocal()).isTrue();
  }

  @Test
  void aCopyDoesNotReachIntoTheOriginalsCatalog() throws Exception {
    Path original = Files.createDirectory(folder.resolve("original"));
    CatalogSetting.of(original, Map.of(CatalogSetting.VARIABLE, "jdbc:postgresql://db/jihe"))
        .keep(original);
    Path copy = folder.resolve("copy");
    FolderState.copy(original, copy);
    assertThatThrownBy(() -> CatalogSetting.of(copy, Map.of()))
        .isInstanceOfSatisfying(
            CatalogSettingException.class, e -> assertThat(e.problem()).isEqualTo(Problem.MOVED));
  }

  @Test
  void credentialsComeFromTheEnvironment() {
    Map<String, String> environment =
        Map.of("JIHE_CATALOG_USER", "a", "JIHE_CATALOG_PASSWORD", "b", "JIHE_CATALOG_TOKEN", "c");
    assertThat(CatalogCredentials.ofDatabase(environment))
        .isEqualTo(Map.of("jdbc.user", "a", "jdbc.password", "b"));
    assertThat(CatalogCredentials.ofService(environment)).isEqualTo(Map.of("token", "c"));
    assertThat(CatalogCredentials.ofDatabase(Map.of())).isEmpty();
  }
}
