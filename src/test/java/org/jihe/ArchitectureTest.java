package org.jihe;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may know what. A package that is missing here may know nothing of the others. */
class ArchitectureTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jihe");

  private static final String[] BELOW_REVIEW = {
    "layout",
    "csv",
    "message",
    "process",
    "form",
    "finding",
    "transcript",
    "source",
    "template",
    "rule",
    "reading",
    "version",
    "table",
    "workspace",
    "statistic",
    "view",
    "publish"
  };

  /** Every package and those of the program's own that it may import. */
  private static final Map<String, List<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              entry("layout"),
              entry("csv"),
              entry("message"),
              entry("process"),
              entry("form", "layout"),
              entry("finding", "layout", "form"),
              entry("transcript", "layout", "form"),
              entry("source", "layout", "csv"),
              entry("template", "layout", "form"),
              entry("rule", "layout", "csv", "form", "finding", "transcript", "message"),
              entry(
                  "reading",
                  "layout",
                  "form",
                  "source",
                  "template",
                  "transcript",
                  "process",
                  "message"),
              entry("version", "layout", "form", "finding", "source", "reading", "table"),
              entry("table", "layout", "form", "finding", "transcript"),
              entry("workspace", "layout", "form", "finding", "table"),
              entry("statistic", "layout", "form", "finding", "table"),
              entry("view", "layout", "form", "finding", "table", "statistic", "message"),
              entry(
                  "publish",
                  "layout",
                  "form",
                  "finding",
                  "table",
                  "workspace",
                  "statistic",
                  "view",
                  "message"),
              entry("generate", "layout", "form", "source", "transcript", "message"),
              entry("review", BELOW_REVIEW),
              entry("inquiry", and(BELOW_REVIEW, "review")),
              entry("api", and(BELOW_REVIEW, "review")),
              entry("notebook", "message", "process"),
              entry("handbook"),
              entry("cli", and(BELOW_REVIEW, "review", "inquiry", "generate", "notebook"))));

  private static Map.Entry<String, List<String>> entry(String name, String... mayImport) {
    return Map.entry(name, List.of(mayImport));
  }

  private static String[] and(String[] below, String... more) {
    return Stream.concat(Stream.of(below), Stream.of(more)).toArray(String[]::new);
  }

  @TestFactory
  Stream<DynamicTest> packagesImportWhatTheyMay() {
    return MAY_IMPORT.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> fence(entry.getKey(), entry.getValue()).check(PROGRAM)));
  }

  private static ArchRule fence(String name, List<String> allowed) {
    String[] forbidden =
        MAY_IMPORT.keySet().stream()
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(other -> "org.jihe." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("org.jihe." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.length == 0 ? new String[] {"none"} : forbidden)
        .allowEmptyShould(true);
  }

  @Test
  void everyPackageIsListed() {
    String[] known =
        MAY_IMPORT.keySet().stream().map(name -> "org.jihe." + name + "..").toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(PROGRAM);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("org.jihe.(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  /** The same one level down: a room may look into another, but not back. */
  @Test
  void roomsFormNoCycle() {
    slices().matching("org.jihe.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void noRoomIsTooLarge() {
    Map<String, Long> files =
        PROGRAM.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
    assertThat(files).isNotEmpty().allSatisfy((name, number) -> assertThat(number).isLessThan(31));
  }

  /** Each library and the rooms that may use it; whatever is not named here may not. */
  @TestFactory
  Stream<DynamicTest> librariesStayInTheirRooms() {
    return Stream.of(
            only("org.apache.poi..")
                .in(
                    "source.office",
                    "source.word",
                    "source.workbook",
                    "generate.print",
                    "publish.workbook",
                    "publish.letter",
                    "publish.marked"),
            only("org.apache.pdfbox..")
                .in("source.file", "source.ocr", "source.pdf", "generate.print", "publish.marked"),
            only("org.jsoup..").in("source.html", "generate.print"),
            only("org.drools..", "org.kie..")
                .in("rule.compiled", "rule.drl", "rule.engine", "rule.fact..", "rule.sheet"),
            only("org.yaml..").in("rule.folder", "rule.jurisdiction", "rule.waiver"),
            only("org.apache.spark..", "scala..")
                .in(
                    "table",
                    "workspace..",
                    "statistic",
                    "publish",
                    "publish.database",
                    "publish.report",
                    "publish.parquet",
                    "publish.dictionary",
                    "review..",
                    "inquiry",
                    "api",
                    "notebook"),
            only("org.commonmark..").in("notebook", "handbook"),
            only("org.apache.iceberg..")
                .in("workspace..", "review", "review.summary", "review.attention"),
            only("org.apache.hadoop..").in("workspace..", "review", "publish", "publish.parquet"),
            only("org.apache.parquet..").in("publish.parquet", "generate"),
            only("java.sql..", "javax.sql..").in("workspace..", "publish.database"),
            only("org.postgresql..", "org.flywaydb..").in("publish.database"),
            only("org.apache.commons.statistics..").in("statistic.inference"))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
  }

  @Test
  void theCommandLineLibraryStaysInTheCommandLine() {
    only("picocli..").in("cli..").check(PROGRAM);
  }

  /** All output passes the fence of the console, which makes visible what a view forgets. */
  @Test
  void nothingIsPrintedPastTheConsole() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.jihe.cli.Main")
        .and() // a step of the build, which has no console
        .doNotHaveFullyQualifiedName("org.jihe.rule.engine.RuleBuild")
        .and() // keeps what a notebook's own code prints
        .doNotHaveFullyQualifiedName("org.jihe.notebook.Streams")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "console")
        .check(PROGRAM);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.jihe.cli.Main")
        .and()
        .doNotHaveFullyQualifiedName("org.jihe.cli.console.TerminalText")
        .and() // what Main hands to the console
        .doNotHaveFullyQualifiedName("org.jihe.cli.console.ResultStream")
        .and() // keeps what a notebook's own code prints
        .doNotHaveFullyQualifiedName("org.jihe.notebook.Streams")
        .and() // says that memory is gone where no console can any more; its own words alone
        .doNotHaveFullyQualifiedName("org.jihe.cli.console.Ending")
        .should()
        .callConstructorWhere(target(owner(assignableTo(PrintStream.class))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(FileDescriptor.class)
        .check(PROGRAM);
  }

  @Test
  void theDomainKnowsJavaAlone() {
    classes()
        .that()
        .resideInAnyPackage("org.jihe.layout..", "org.jihe.form..", "org.jihe.finding..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations..",
            "org.jihe.layout..",
            "org.jihe.form..",
            "org.jihe.finding..")
        .check(PROGRAM);
  }

  private static Library only(String... packages) {
    return names ->
        noClasses()
            .that()
            .resideOutsideOfPackages(
                Stream.of(names).map(name -> "org.jihe." + name).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages)
            .allowEmptyShould(true);
  }

  private interface Library {

    ArchRule in(String... packages);
  }
}
