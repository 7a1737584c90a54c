package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.JavaProcess;
import org.jihe.SampleForms;
import org.jihe.workspace.FolderState;
import org.jihe.workspace.OldWorkspace;
import org.jihe.workspace.catalog.CatalogService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews whose catalog a database server keeps, named and authorised by the environment. */
class ServerCatalogTest {

  private static final String PASSWORD = "geheim-7261";

  @TempDir private Path folder;

  private EmbeddedPostgres started() throws IOException {
    try {
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
          .start();
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("no database server can be started here: " + e);
      throw e;
    }
  }

  private String run(Map<String, String> environment, String... commands) throws Exception {
    JavaProcess process =
        JavaProcess.start(folder.resolve("said.txt"), environment, CommandLines.class, commands);
    assertThat(process.await()).as(process.said()).isZero();
    assertThat(process.said()).doesNotContain(PASSWORD);
    return process.said();
  }

  @Test
  void reviewsReadAndTakeOverByTheServersCatalog() throws Exception {
    String form = Files.writeString(folder.resolve("f.txt"), SampleForms.texts().get(0)).toString();
    Path fresh = folder.resolve("绩效 1");
    Path old = folder.resolve("旧");
    OldWorkspace.at(old);
    String copy = folder.resolve("copy").toString();
    try (EmbeddedPostgres server = started()) {
      Map<String, String> environment =
          new TreeMap<>(Map.of("JIHE_CATALOG_USER", "postgres", "JIHE_CATALOG_PASSWORD", PASSWORD));
      environment.put(
          "JIHE_CATALOG", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
      String said =
          run(
              environment,
              "review",
              form,
              "--workspace",
              "" + fresh,
              ";",
              "review",
              form,
              "--workspace",
              "" + fresh,
              ";",
              "show",
              "法律顾问费",
              "--workspace",
              "" + fresh,
              ";",
              "review",
              form,
              "--workspace",
              "" + old,
              ";");
      assertThat(said).contains("ended review 0", "ended show 0").doesNotContain("ended review 3");
      assertThat(fresh.resolve("catalog.db")).doesNotExist();
      for (Path workspace : new Path[] {fresh, old}) {
        assertThat(Files.readString(workspace.resolve("catalog.properties")))
            .contains("postgresql")
            .doesNotContain(PASSWORD);
      }
      FolderState.copy(fresh, Path.of(copy));
      environment.remove("JIHE_CATALOG");
      Map<String, Integer> before = FolderState.of(fresh);
      said =
          run(
              environment,
              "show",
              "法律顾问费",
              "--workspace",
              "" + old,
              ";",
              "quarantine",
              "list",
              "--workspace",
              "" + fresh,
              ";",
              "review",
              form,
              "--workspace",
              copy,
              ";");
      assertThat(said).contains("ended show 0", "ended quarantine 0", "ended review 3", "place");
      assertThat(FolderState.of(fresh)).isEqualTo(before);
    }
    String said = run(Map.of(), "quarantine", "list", "--workspace", fresh.toString(), ";");
    assertThat(said).contains("ended quarantine 3", "JIHE_CATALOG_USER");
  }

  @Test
  void reviewsByTheCatalogOfAService() throws Exception {
    Path form = Files.writeString(folder.resolve("f.txt"), SampleForms.texts().get(0));
    Path fresh = folder.resolve("绩效 1");
    Map<String, String> environment = new TreeMap<>(Map.of("JIHE_CATALOG_TOKEN", PASSWORD));
    String[] show = {"show", "法律顾问费", "--workspace", fresh.toString(), ";"};
    Path place = Files.createDirectories(folder.resolve("service"));
    try (CatalogService service = new CatalogService(place, PASSWORD)) {
      environment.put("JIHE_CATALOG", service.uri());
      String[] review = {"review", form.toString(), "--workspace", fresh.toString(), ";"};
      assertThat(run(environment, review)).contains("ended review 0");
      Files.writeString(form, SampleForms.texts().get(0).replace("18000.00", "17000.00"));
      assertThat(run(environment, review)).contains("ended review 0");
      assertThat(fresh.resolve("catalog.db")).doesNotExist();
      assertThat(Files.readString(fresh.resolve("catalog.properties")))
          .contains("localhost")
          .doesNotContain(PASSWORD);
      environment.remove("JIHE_CATALOG");
      assertThat(run(environment, show)).contains("ended show 0", "17000.00");
      assertThat(run(Map.of("JIHE_CATALOG_TOKEN", "wrong"), show)).contains("ended show 3");
    }
    assertThat(run(environment, show)).contains("ended show 3").doesNotContain("\tat ");
  }
}
