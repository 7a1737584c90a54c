package org.jihe.rule.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.message.Language;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new rule compiles and passes, and overwrites nothing. */
final class RuleSkeletonTest {

  @TempDir Path folder;

  private String refusal(String family, String name) {
    RuleException refused =
        catchThrowableOfType(
            RuleException.class,
            () -> RuleSkeleton.write(folder, family, name, RuleSkeleton.Scope.FORM));
    return String.valueOf(refused.problems().get(0).phrase().key());
  }

  @ParameterizedTest
  @EnumSource(RuleSkeleton.Scope.class)
  void compilesAndPassesItsOwnCases(RuleSkeleton.Scope scope) throws RuleException {
    RuleSkeleton.Written written = RuleSkeleton.write(folder, "local", "BrandNew", scope);

    assertThat(written.files()).hasSize(5).allSatisfy(file -> assertThat(file).exists());
    assertThat(written.standsAlone()).isFalse();
    List<RuleTests.Result> results = RuleTests.run(folder, "BrandNew");
    assertThat(results).hasSize(2).allMatch(RuleTests.Result::passed);
    assertThat(RuleSet.open(folder, null).rules())
        .hasSize(RuleSet.open(null, null).rules().size() + 1);
    assertThat(RuleLint.run(folder))
        .extracting(RuleException.Problem::file)
        .allMatch(file -> file.contains("BrandNew") || file.contains("messages_"))
        .anyMatch(file -> file.endsWith("BrandNew.drl"))
        .anyMatch(file -> file.endsWith("BrandNew.md"))
        .anyMatch(file -> file.endsWith("messages_en.properties"));
  }

  @Test
  void bundlesKeepTheirLines() throws Exception {
    RuleFolders.withOneRule(folder, RuleFolders.ownRule());
    Files.writeString(folder.resolve("arithmetic/messages_zh.properties"), "Own=没有换行");

    RuleSkeleton.Written written =
        RuleSkeleton.write(folder, "arithmetic", "BrandNew", RuleSkeleton.Scope.FORM);

    assertThat(written.standsAlone()).isFalse();
    assertThat(RuleSet.open(folder, null).messages(Language.ZH))
        .containsEntry("Own", "没有换行")
        .containsKey("BrandNew");
  }

  @Test
  void aFamilyOfItsOwnStandsAlone() throws RuleException {
    assertThat(
            RuleSkeleton.write(folder, "custom", "BrandNew", RuleSkeleton.Scope.FORM).standsAlone())
        .isTrue();
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Path family = Files.createDirectories(folder.resolve("local"));
    Files.writeString(family.resolve("BrandNew.md"), "mine");

    assertThat(refusal("local", "BrandNew")).isEqualTo("new.exists");
    assertThat(family.resolve("BrandNew.md")).hasContent("mine");
    assertThat(family.resolve("BrandNew.drl")).doesNotExist();
    assertThat(family.resolve("messages_zh.properties")).doesNotExist();
  }

  @Test
  void aNameThatIsTaken() throws RuleException {
    assertThat(refusal("local", "LowExecution")).isEqualTo("new.taken");
    assertThat(refusal("local", "Lowexecution")).isEqualTo("new.taken");
    RuleSkeleton.write(folder, "local", "BrandNew", RuleSkeleton.Scope.FORM);
    assertThat(refusal("local", "BrandNew")).isEqualTo("new.taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"brandNew", "Brand-New", "新规则", "Ab", "../Up", ""})
  void aNameThatWillNotDo(String name) {
    assertThat(refusal("local", name)).isEqualTo("new.name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Local", "jurisdictions", "for", "../up"})
  void aFamilyThatWillNotDo(String family) {
    assertThat(refusal(family, "BrandNew")).isEqualTo("new.family");
  }
}
