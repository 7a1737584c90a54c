package org.jihe.publish.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jihe.publish.database.FeedAddress.Mistake;
import org.jihe.publish.database.FeedAddress.Problem;
import org.junit.jupiter.api.Test;

/** Which addresses are used, and that none tells a secret. */
class FeedAddressTest {

  private static final String GOOD = "jdbc:postgresql://db.example:5432/finance";

  private static List<Problem> problems(String url, String schema) {
    return new FeedAddress(url, schema).mistakes().stream().map(Mistake::problem).toList();
  }

  @Test
  void addressesOfTheServerAreUsed() {
    for (String url :
        List.of(
            GOOD,
            "jdbc:postgresql:finance",
            "jdbc:postgresql://[::1]:5432/财政",
            "jdbc:postgresql://a,b:5433/x?targetServerType=primary",
            GOOD + "?sslmode=verify-full&sslrootcert=/etc/ca.pem&user=loader")) {
      assertThat(problems(url, "jihe")).as(url).isEmpty();
    }
  }

  @Test
  void othersAreNot() {
    for (String url :
        List.of(
            "",
            "postgresql://h/d",
            "jdbc:mysql://h/d",
            "jdbc:postgresql://h/",
            "jdbc:postgresql://h /d")) {
      assertThat(problems(url, "jihe")).as(url).containsExactly(Problem.UNKNOWN);
    }
    for (String name : List.of("socketFactory", "loggerFile", "pass%66ile", "options")) {
      assertThat(problems(GOOD + "?" + name + "=x", "jihe")).containsExactly(Problem.PARAMETER);
    }
  }

  @Test
  void noSecretIsTold() {
    for (String url :
        List.of(
            GOOD + "?password=geheim",
            GOOD + "?sslmode=require&PassWord=geheim&user=x",
            GOOD + "?sslpassword=geheim",
            GOOD + "?pass%77ord=geheim",
            GOOD + "?user=x;password=geheim",
            "jdbc:postgresql://geheim@h/d",
            "jdbc:postgresql://u:geheim@h/d?sslmode=require",
            "mysql://h/d?password=geheim")) {
      FeedAddress address = new FeedAddress(url, "jihe");
      assertThat(address.mistakes()).as(url).isNotEmpty();
      assertThat(address.mistakes().toString()).as(url).doesNotContain("geheim");
    }
    assertThat(new FeedAddress(GOOD + "?password=geheim", "jihe").toString())
        .contains("password=***")
        .doesNotContain("geheim");
  }

  @Test
  void schemasAreNamesAndNothingElse() {
    for (String schema : List.of("jihe", "绩效", "_a1", "A", "x".repeat(63))) {
      assertThat(problems(GOOD, schema)).as(schema).isEmpty();
    }
    for (String schema :
        List.of(
            "",
            "1a",
            "a b",
            "a\"; DROP SCHEMA x; --",
            "pg_x",
            "PG_x",
            "information_schema",
            "绩".repeat(22))) {
      assertThat(problems(GOOD, schema)).as(schema).containsExactly(Problem.SCHEMA);
    }
  }
}
