package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.finding.Finding;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.compiled.CompiledRules;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.compiled.RuleCompiler;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of one's own: compiled once per content, kept, and carried to executors. */
final class ChangedRulesTest {

  @TempDir Path folder;
  @TempDir Path cacheFolder;

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cacheFolder)) {
      return files.sorted().toList();
    }
  }

  private RuleSet open() throws RuleException {
    return RuleSet.open(folder, null, new RuleCache(cacheFolder));
  }

  @Test
  void areCompiledOncePerContent() throws Exception {
    RuleFolders.withOneRule(folder, RuleFolders.ownRule());
    RuleSet first = open();
    assertThat(kept()).hasSize(1);
    // A rule that is compiled a second time would not bring what only the kept file says.
    RuleCache cache = new RuleCache(cacheFolder);
    CompiledRules compiled =
        cache.find(RuleCompiler.fingerprint(DrlFile.in(RuleFolder.at(folder))));
    RuleInfo info = compiled.headers().get(0).info();
    RuleInfo marked =
        new RuleInfo(
            info.id(),
            info.family(),
            info.severity(),
            info.severities(),
            info.scope(),
            info.basis(),
            info.requires(),
            "kept");
    cache.keep(
        new CompiledRules(
            compiled.fingerprint(),
            List.of(new RuleHeader(marked, List.of(), List.of())),
            compiled.models(),
            compiled.classes()));

    assertThat(open().rules().get(0).since()).isEqualTo("kept");
    assertThat(open().fingerprint()).isEqualTo(first.fingerprint());

    RuleFolders.withOneRule(folder, RuleFolders.ownRule().replace("1000000", "2000000"));
    assertThat(open().rules().get(0).since()).isEqualTo("0.1");
    assertThat(open().fingerprint()).isNotEqualTo(first.fingerprint());
    assertThat(kept()).hasSize(2);
  }

  @Test
  void aDamagedCacheIsCompiledAgain() throws Exception {
    RuleFolders.withOneRule(folder, RuleFolders.ownRule());
    RuleSet first = open();
    Files.writeString(kept().get(0), "damaged");

    assertThat(open().fingerprint()).isEqualTo(first.fingerprint());
    assertThat(Files.size(kept().get(0))).isGreaterThan(1000);
  }

  @Test
  void findWhatTheyAreWrittenFor() throws Exception {
    RuleFolders.withOneRule(folder, RuleFolders.ownRule());
    RuleSet set = arrived(open());

    List<String> projects = new ArrayList<>();
    for (SelfEvaluation form : RuleFolders.forms()) {
      for (Finding finding : RuleEngine.of(set).evaluate("f", form).findings()) {
        assertThat(finding.ruleId()).isEqualTo("Own");
        projects.add(form.projectName().printed() + " " + finding.reported());
      }
    }

    assertThat(projects)
        .containsExactly(
            "闵行区大数据中心数据中心机房建设(第三年) 5663200.00",
            "政府投资计划2 9860000.00",
            "闵行区行政服务中心新大厅智能化及综合集成管理平台升级建设项目（第三年） 4288556.00",
            "闵行区企业专属网页建设及运营(2022年度) 1027500.00",
            "窗口服务费 5670000.00");
  }

  @Test
  void theProjectsOwnFolderNeedsNoCompiling() throws RuleException, IOException {
    RuleSet set = RuleSet.open(RuleFolders.PROJECT, null, new RuleCache(cacheFolder));

    assertThat(kept()).isEmpty();
    assertThat(set.fingerprint()).isEqualTo(RuleSet.open(null, null).fingerprint());
  }

  private static RuleSet arrived(RuleSet set) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(set);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (RuleSet) in.readObject();
    }
  }
}
