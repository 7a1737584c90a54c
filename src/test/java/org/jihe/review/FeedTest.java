package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jihe.SampleForms;
import org.jihe.finding.Severity;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.publish.Manifest;
import org.jihe.publish.database.FeedAddress;
import org.jihe.publish.database.FeedServer;
import org.jihe.publish.database.FeedTarget;
import org.jihe.view.ReviewSummary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database holds after reviews, on a real server: all of a run or nothing of it. */
class FeedTest {

  private static final String PASSWORD = "geheim-7261";

  /** Backslashes, tabs, new lines, half a character, the end of COPY: all of it is text. */
  private static final String HOSTILE = "a\\N\tb\n\\.\r'; DROP TABLE x; --\u0000\ud800\"🚗";

  /** Half a character can be written as an escape alone. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @TempDir private static Path place;
  private static FeedServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = FeedServer.start(place);
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private Path form(int number, String department, String name) throws IOException {
    ObjectNode form = SampleForms.transcripts().get(number);
    form.put("supervisingDepartment", department);
    Path file = Files.createDirectories(folder.resolve("forms")).resolve(name + ".json");
    return Files.writeString(file, JSON.writeValueAsString(form));
  }

  private ReviewRequest request(Path... inputs) {
    return new ReviewRequest(List.of(inputs), folder.resolve("workspace"), Language.ZH);
  }

  private static JobException failure(ReviewRequest request) {
    return catchThrowableOfType(JobException.class, () -> Stages.publish(request));
  }

  private static Map<String, Long> counts(String sql) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String row : server.rows(sql)) {
      int stroke = row.indexOf('|');
      counts.put(row.substring(0, stroke), Long.valueOf(row.substring(stroke + 1)));
    }
    return counts;
  }

  @Test
  void theDatabaseSaysWhatTheSummarySays() throws Exception {
    FeedTarget target = server.target("summary");
    ReviewSummary summary = Review.run(request(SampleForms.TEXT).feeding(target));
    String forms = "" + summary.accounting().formsAccepted();
    String indicators = "" + summary.accounting().indicators();
    assertThat(server.rows("SELECT count(*) FROM summary.fact_form")).containsExactly(forms);
    assertThat(server.rows("SELECT count(*) FROM summary.fact_indicator"))
        .containsExactly(indicators);
    Map<String, Long> found = new TreeMap<>();
    Map<String, Long> outcomes = new TreeMap<>();
    for (ReviewSummary.RuleLine rule : summary.rules()) {
      if (rule.findings() > 0) {
        found.put(rule.ruleId(), rule.findings());
      }
      outcomes.merge("FIRED", rule.fired(), Long::sum);
      outcomes.merge("PASSED", rule.passed(), Long::sum);
      outcomes.merge("NOT_APPLICABLE", rule.notApplicable(), Long::sum);
      outcomes.merge("NOT_EVALUATED", rule.notEvaluated(), Long::sum);
    }
    assertThat(counts("SELECT rule_id, count(*) FROM summary.fact_finding WHERE stands GROUP BY 1"))
        .isEqualTo(found)
        .isNotEmpty();
    assertThat(counts("SELECT outcome, sum(forms) FROM summary.fact_outcome GROUP BY 1"))
        .isEqualTo(outcomes);
    ReviewSummary.DepartmentFigures department = summary.departments().get(0);
    assertThat(
            server.rows(
                "SELECT forms, round(execution_rate::numeric * 100, 4) FROM summary.panel_department"))
        .containsExactly(
            department.forms()
                + "|"
                + department.executionRate().setScale(4, RoundingMode.HALF_UP));
    for (Severity severity : Severity.values()) {
      String column = severity.name().toLowerCase(Locale.ROOT) + "s";
      assertThat(server.rows("SELECT sum(" + column + ") FROM summary.panel_district"))
          .isEqualTo(
              server.rows(
                  "SELECT count(*) FROM summary.fact_finding WHERE stands AND severity = '"
                      + severity
                      + "'"));
    }
    everyFactHasItsDimensions(forms, indicators);
    List<String> before = all("summary");
    Stages.publish(request().feeding(target));
    assertThat(all("summary")).isEqualTo(before);
    assertThat(server.rows("SELECT count(DISTINCT load_no) FROM summary.stored_fact_form"))
        .containsExactly("1");
  }

  private static void everyFactHasItsDimensions(String forms, String indicators)
      throws SQLException {
    assertThat(
            server.rows(
                "SELECT count(*) FROM summary.fact_form f"
                    + " JOIN summary.dim_department USING (department_key)"
                    + " JOIN summary.dim_agency USING (agency_key)"
                    + " JOIN summary.dim_project USING (project_key)"
                    + " JOIN summary.dim_period p ON p.year = f.year"
                    + " JOIN summary.dim_jurisdiction USING (jurisdiction)"))
        .containsExactly(forms);
    assertThat(
            server.rows(
                "SELECT count(*) FROM summary.fact_finding f"
                    + " LEFT JOIN summary.dim_rule r USING (rule_id)"
                    + " WHERE r.title IS NULL OR f.message IS NULL OR f.message = f.rule_id"))
        .containsExactly("0");
    assertThat(
            server.rows(
                "SELECT count(*) FROM summary.fact_indicator"
                    + " JOIN summary.dim_indicator_kind USING (indicator_kind_key)"))
        .containsExactly(indicators);
    assertThat(
            server.rows(
                "SELECT count(*) FROM summary.fact_comparison WHERE department_key IS NULL"))
        .containsExactly("0");
  }

  /** Everything that the views show, but for when it was loaded. */
  private static List<String> all(String schema) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String view :
        server.rows(
            "SELECT viewname FROM pg_views WHERE schemaname = '" + schema + "' ORDER BY 1")) {
      if (!view.equals("panel_load")) {
        all.add(view);
        all.addAll(server.rows("SELECT * FROM " + schema + "." + view + " AS t ORDER BY t::text"));
      }
    }
    return all;
  }

  @Test
  void aResubmittedFormIsReplacedAndAWithdrawnDepartmentGoes() throws Exception {
    FeedTarget target = server.target("again");
    form(0, "甲局", "a");
    Path forms = form(1, "乙局", "b").getParent();
    Review.run(request(forms).feeding(target));
    assertThat(server.rows("SELECT department FROM again.dim_department ORDER BY 1"))
        .containsExactlyInAnyOrder("乙局", "甲局");
    ObjectNode changed = SampleForms.transcripts().get(0);
    changed.put("supervisingDepartment", "甲局");
    ((ObjectNode) changed.get("annualObjective")).put("achieved", HOSTILE);
    Files.writeString(forms.resolve("a.json"), JSON.writeValueAsString(changed));
    form(1, "甲局", "b");
    Review.run(request(forms).feeding(target));
    assertThat(server.rows("SELECT department FROM again.dim_department")).containsExactly("甲局");
    assertThat(server.rows("SELECT DISTINCT department_key FROM again.fact_outcome")).hasSize(1);
    assertThat(server.rows("SELECT achieved FROM again.fact_form WHERE achieved LIKE '%DROP%'"))
        .singleElement()
        .asString()
        .contains("a\\N", "\\.", "'; DROP TABLE x; --", "🚗");
  }

  @Test
  void aLongNameIsAKeyAllTheSame() throws Exception {
    ObjectNode form = SampleForms.transcripts().get(0);
    form.put("projectName", "长".repeat(9000)).put("implementingAgency", "院".repeat(5000));
    Path file = Files.writeString(folder.resolve("long.json"), JSON.writeValueAsString(form));
    Review.run(request(file).feeding(server.target("long")));
    assertThat(
            server.rows(
                "SELECT length(project_name) FROM long.fact_form"
                    + " JOIN long.dim_project USING (project_key)"))
        .containsExactly("9000");
  }

  @Test
  void aLoadThatIsKilledLeavesTheFormerOne() throws Exception {
    FeedTarget target = server.target("killed");
    Review.run(request(SampleForms.TEXT).feeding(target));
    List<String> before = all("killed");
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      server.run(
          "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$ BEGIN PERFORM pg_sleep(100); RETURN NULL; END $$;"
              + " CREATE TRIGGER wait BEFORE INSERT ON killed.stored_fact_finding"
              + " FOR EACH STATEMENT EXECUTE FUNCTION wait()");
      Future<JobException> load = one.submit(() -> failure(request().feeding(target)));
      String copying =
          "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY%'";
      List<String> pids = server.rows(copying);
      for (int time = 0; time < 600 && pids.isEmpty(); time++) {
        TimeUnit.MILLISECONDS.sleep(100);
        pids = server.rows(copying);
      }
      assertThat(pids).hasSize(1);
      // Another one says that it must wait.
      assertThat(failure(request().feeding(target)).key()).isIn("feed.busy", "workspace.busy");
      server.run("SELECT pg_terminate_backend(" + pids.get(0) + ")");
      assertThat(load.get(60, TimeUnit.SECONDS).key()).isEqualTo("feed.lost");
      server.run("DROP TRIGGER wait ON killed.stored_fact_finding");
    } finally {
      one.shutdownNow();
    }
    assertThat(all("killed")).isEqualTo(before);
    server.run("INSERT INTO killed.stored_dim_period VALUES (1000, 1999)"); // a part that came
    assertThat(all("killed")).isEqualTo(before);
    Stages.publish(request().feeding(target));
    assertThat(all("killed")).isEqualTo(before);
    assertThat(server.rows("SELECT count(DISTINCT load_no) FROM killed.stored_dim_period"))
        .containsExactly("1");
  }

  @Test
  void aFullDiskLeavesTheFormerLoad() throws Exception {
    FeedTarget target = server.target("fulldisk");
    Review.run(request(SampleForms.TEXT).feeding(target));
    List<String> before = all("fulldisk");
    server.run(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " RAISE EXCEPTION 'could not extend file: No space left on device'"
            + " USING ERRCODE = '53100'; END $$;"
            + " CREATE TRIGGER t BEFORE INSERT ON fulldisk.stored_fact_finding"
            + " FOR EACH ROW EXECUTE FUNCTION full_disk()");
    JobException full = failure(request().feeding(target));
    assertThat(full.key()).isEqualTo("feed.full");
    assertThat(full.arguments()).containsEntry("schema", "fulldisk");
    assertThat(all("fulldisk")).isEqualTo(before);
  }

  @Test
  void readersNeverSeeTwoRunsAtOnce() throws Exception {
    FeedTarget target = server.target("mixed");
    Path few = form(0, "甲局", "a");
    Path other = folder.resolve("few");
    ReviewRequest small = new ReviewRequest(List.of(few), other, Language.ZH).feeding(target);
    Review.run(request(SampleForms.TEXT).feeding(target));
    String look =
        "SELECT (SELECT count(*) FROM mixed.fact_form), (SELECT count(*) FROM mixed.fact_indicator),"
            + " (SELECT count(*) FROM mixed.fact_finding),"
            + " (SELECT sum(forms) FROM mixed.fact_outcome),"
            + " (SELECT count(*) FROM mixed.dim_project),"
            + " (SELECT sum(forms) FROM mixed.panel_district)";
    Set<String> whole = new ConcurrentSkipListSet<>(server.rows(look));
    Review.run(small);
    whole.addAll(server.rows(look));
    assertThat(whole).hasSize(2);
    Set<String> seen = new ConcurrentSkipListSet<>();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(20);
    List<Future<Integer>> looks = new ArrayList<>();
    try {
      for (int reader = 0; reader < 20; reader++) {
        looks.add(readers.submit(() -> looking(look, seen, done)));
      }
      for (int time = 0; time < 2; time++) {
        Stages.publish(request().feeding(target));
        Stages.publish(new ReviewRequest(List.of(), other, Language.ZH).feeding(target));
      }
      done.set(true);
      for (Future<Integer> times : looks) {
        assertThat(times.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      done.set(true);
      readers.shutdownNow();
    }
    assertThat(seen).isEqualTo(whole);
  }

  /** As often as a dashboard that somebody watches closely, so that the load goes on beside it. */
  private static int looking(String sql, Set<String> seen, AtomicBoolean done)
      throws SQLException, InterruptedException {
    int times = 0;
    try (Connection connection = server.connect("postgres")) {
      while (!done.get()) {
        seen.addAll(FeedServer.rows(connection, sql));
        times++;
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    return times;
  }

  private static void roles(String schema) throws Exception {
    server.run(
        Files.readString(Path.of("datasets/dashboards/roles.sql"))
            .replace(":'schema'", "'" + schema + "'"));
  }

  private static String refusal(Connection connection, String sql) {
    return catchThrowableOfType(SQLException.class, () -> connection.createStatement().execute(sql))
        .getSQLState();
  }

  @Test
  void theOwnerMakesTheLoaderFillsTheReaderReads() throws Exception {
    roles("部门");
    Review.run(request(SampleForms.TEXT).feeding(server.target("部门", "部门_owner")));
    Stages.publish(request().feeding(server.target("部门", "部门_loader")));
    try (Connection reader = server.connect("部门_reader")) {
      assertThat(FeedServer.rows(reader, "SELECT count(*) FROM fact_form"))
          .isNotEqualTo(List.of("0"));
      reader.createStatement().execute("SET default_transaction_read_only = off");
      for (String write :
          List.of(
              "INSERT INTO stored_dim_period VALUES (1, 1)",
              "DELETE FROM fact_form",
              "UPDATE current_load SET load_no = NULL",
              "DROP VIEW fact_form",
              "CREATE TABLE mine (x int)",
              "SELECT * FROM stored_fact_form")) {
        assertThat(refusal(reader, write)).as(write).isEqualTo("42501");
      }
    }
    try (Connection loader = server.connect("部门_loader")) {
      assertThat(refusal(loader, "DROP TABLE \"部门\".stored_dim_period")).isEqualTo("42501");
    }
    // A loader alone cannot make the tables, and is told who can.
    roles("另一");
    assertThat(failure(request().feeding(server.target("另一", "另一_loader"))).key())
        .isEqualTo("feed.rights");
    // Tables that were there before the roles.
    Stages.publish(request().feeding(server.target("late")));
    roles("late");
    Stages.publish(request().feeding(server.target("late", "late_loader")));
    try (Connection reader = server.connect("late_reader")) {
      assertThat(FeedServer.rows(reader, "SELECT count(*) FROM fact_form"))
          .isNotEqualTo(List.of("0"));
    }
  }

  @Test
  void credentialsComeFromTheEnvironmentOrAFileThatItNames() throws Exception {
    server.run(
        "CREATE ROLE locked LOGIN PASSWORD '"
            + PASSWORD
            + "'; CREATE SCHEMA locked AUTHORIZATION locked");
    Path access = Path.of(server.rows("SHOW hba_file").get(0));
    Files.writeString(access, "host all locked all scram-sha-256\n" + Files.readString(access));
    server.run("SELECT pg_reload_conf()");
    TimeUnit.SECONDS.sleep(1);
    Review.run(request(SampleForms.TEXT));
    Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\nmore\n");
    FeedAddress address = new FeedAddress(server.url(), "locked");
    for (Map<String, String> good :
        List.of(
            Map.of("JIHE_DATABASE_USER", "locked", "JIHE_DATABASE_PASSWORD", PASSWORD),
            Map.of("JIHE_DATABASE_USER", "locked", "JIHE_DATABASE_PASSWORD_FILE", file.toString()),
            Map.of("PGUSER", "locked", "PGPASSWORD", PASSWORD))) {
      Stages.publish(request().feeding(new FeedTarget(address, good)));
    }
    Map<String, String> wrong =
        Map.of("JIHE_DATABASE_USER", "locked", "JIHE_DATABASE_PASSWORD", "wrong-" + PASSWORD);
    JobException refused = failure(request().feeding(new FeedTarget(address, wrong)));
    assertThat(refused.key()).isEqualTo("feed.credentials");
    assertThat(refused.toString()).doesNotContain(PASSWORD);
    Map<String, String> none =
        Map.of("JIHE_DATABASE_USER", "locked", "JIHE_DATABASE_PASSWORD_FILE", folder + "/none");
    assertThat(failure(request().feeding(new FeedTarget(address, none))).key())
        .isEqualTo("feed.passwordFile");
    // The server speaks no TLS; whoever asks for it is not served without.
    FeedAddress secure = new FeedAddress(server.url() + "?sslmode=require", "locked");
    Map<String, String> right =
        Map.of("JIHE_DATABASE_USER", "locked", "JIHE_DATABASE_PASSWORD", PASSWORD);
    assertThat(failure(request().feeding(new FeedTarget(secure, right))).key())
        .isEqualTo("feed.unreachable");
  }

  @Test
  void aServerThatIsNotThereIsToldBeforeAnythingIsRead() throws Exception {
    FeedTarget nowhere =
        new FeedTarget(
            new FeedAddress("jdbc:postgresql://localhost:1/x", "jihe"),
            Map.of("JIHE_DATABASE_USER", "x", "JIHE_DATABASE_PASSWORD", PASSWORD));
    JobException gone =
        catchThrowableOfType(
            JobException.class, () -> Review.run(request(SampleForms.TEXT).feeding(nowhere)));
    assertThat(gone.key()).isEqualTo("feed.unreachable");
    assertThat(folder.resolve("workspace")).doesNotExist();
    Review.run(request(SampleForms.TEXT));
    FeedTarget noDatabase =
        new FeedTarget(
            new FeedAddress(server.url().replace("/postgres", "/nothing"), "jihe"),
            Map.of("JIHE_DATABASE_USER", "postgres"));
    assertThat(failure(request().feeding(noDatabase)).key()).isEqualTo("feed.noDatabase");
  }

  /** What the bureau's lists, the comparison of departments and their replies add. */
  @Test
  void listsComparisonsOutliersAndRepliesAreThereToo() throws Exception {
    BureauYear year = BureauYear.in(folder);
    year.publish(server.target("facts"));
    for (String fact :
        List.of("comparison", "outlier", "reply", "decision", "coverage", "source")) {
      assertThat(server.rows("SELECT count(*) FROM facts.fact_" + fact))
          .as(fact)
          .isNotEqualTo(List.of("0"));
    }
    for (String fact : List.of("comparison", "outlier")) {
      assertThat(
              server.rows(
                  "SELECT count(*) FROM facts.fact_"
                      + fact
                      + " f LEFT JOIN facts.dim_department d ON d.department_key = f.department_key"
                      + " WHERE d.department IS DISTINCT FROM f.department"))
          .as(fact)
          .containsExactly("0");
    }
    ReviewSummary summary = year.summary();
    assertThat(
            server.rows(
                "SELECT sum(listed_received) FROM facts.fact_coverage WHERE level = 'district'"))
        .isEqualTo(
            server.rows(
                "SELECT sum(listed_received) FROM facts.fact_coverage WHERE level = 'department'"))
        .doesNotContain("0", "null");
    assertThat(server.rows("SELECT sum(forms) FROM facts.panel_district"))
        .containsExactly("" + summary.accounting().formsAccepted());
    // A reply stands beside the finding that it is on.
    assertThat(
            server.rows(
                "SELECT r.state, r.said_by, n.said_by, f.state FROM facts.fact_reply r"
                    + " JOIN facts.panel_finding f USING (fingerprint)"
                    + " JOIN facts.fact_decision n USING (fingerprint)"))
        .hasSize(1)
        .first()
        .asString()
        .contains("李四", "审核员");
    assertThat(server.rows("SELECT DISTINCT l.run_id FROM facts.panel_load l"))
        .containsExactly(Manifest.read(year.workspace().resolve("published")).run());
  }

  /** Without variables the driver looks into .pgpass; what fails tells nothing of it. */
  @Test
  void thePasswordMayStandWhereTheDriverLooks() throws Exception {
    server.run(
        "CREATE ROLE kept LOGIN PASSWORD '"
            + PASSWORD
            + "'; CREATE SCHEMA kept AUTHORIZATION kept");
    Path access = Path.of(server.rows("SHOW hba_file").get(0));
    Files.writeString(access, "host all kept all scram-sha-256\n" + Files.readString(access));
    server.run("SELECT pg_reload_conf()");
    TimeUnit.SECONDS.sleep(1);
    Review.run(request(SampleForms.TEXT));
    FeedTarget target =
        new FeedTarget(new FeedAddress(server.url() + "?user=kept", "kept"), Map.of());
    Path kept = folder.resolve(".pgpass");
    System.setProperty("org.postgresql.pgpassfile", kept.toString());
    try {
      Files.writeString(kept, "*:*:*:kept:" + PASSWORD + "\n");
      Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
      Stages.publish(request().feeding(target));
      Files.writeString(kept, "*:*:*:kept:other-" + PASSWORD + "\n");
      JobException refused = failure(request().feeding(target));
      assertThat(refused.key()).isEqualTo("feed.credentials");
      StringWriter trace = new StringWriter();
      refused.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(PASSWORD);
      assertThat(refused.arguments().toString()).doesNotContain(PASSWORD);
    } finally {
      System.clearProperty("org.postgresql.pgpassfile");
    }
  }

  /**
   * Over TLS with the server's certificate looked at; a certificate of another server is refused.
   */
  @Test
  void theCertificateIsLookedAtWhereTheAddressSaysSo() throws Exception {
    Path data = Path.of(server.rows("SHOW data_directory").get(0));
    Path other = Files.createDirectories(folder.resolve("other"));
    certificate(data);
    certificate(other);
    try {
      server.run("ALTER SYSTEM SET ssl = on");
      server.run("SELECT pg_reload_conf()");
      TimeUnit.SECONDS.sleep(1);
      Assumptions.assumeTrue(server.rows("SHOW ssl").equals(List.of("on")));
      Review.run(request(SampleForms.TEXT));
      Map<String, String> user = Map.of("JIHE_DATABASE_USER", "postgres");
      String checked = server.url() + "?sslmode=verify-full&sslrootcert=";
      FeedAddress good = new FeedAddress(checked + data.resolve("server.crt"), "secure");
      Stages.publish(request().feeding(new FeedTarget(good, user)));
      assertThat(server.rows("SELECT count(*) FROM secure.fact_form")).isNotEqualTo(List.of("0"));
      FeedAddress wrong = new FeedAddress(checked + other.resolve("server.crt"), "secure");
      assertThat(failure(request().feeding(new FeedTarget(wrong, user))).key())
          .isIn("feed.unreachable", "feed.lost");
    } finally {
      server.run("ALTER SYSTEM RESET ssl");
      server.run("SELECT pg_reload_conf()");
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static void certificate(Path at) throws Exception {
    Process made;
    try {
      made =
          new ProcessBuilder(
                  ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
                          + " subjectAltName=DNS:localhost -keyout server.key -out server.crt")
                      .split(" "))
              .directory(at.toFile())
              .redirectErrorStream(true)
              .redirectOutput(at.resolve("made.log").toFile())
              .start();
    } catch (IOException e) {
      Assumptions.abort("no openssl here");
      throw e;
    }
    assertThat(made.waitFor()).isZero();
    Path key = at.resolve("server.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    UserPrincipal owner = Files.getOwner(at);
    Files.setOwner(key, owner);
    Files.setOwner(at.resolve("server.crt"), owner);
  }
}
