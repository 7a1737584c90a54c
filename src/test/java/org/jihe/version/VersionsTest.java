package org.jihe.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.reading.Inputs;
import org.jihe.table.Confirmations;
import org.jihe.version.Superseded.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which forms are in force after a run, told from keys and digests alone. */
class VersionsTest {

  private static final long NOON = 1_700_000_000_000L;

  @TempDir private Path root;

  private Path january;
  private Path march;
  private final List<MetForm> met = new ArrayList<>();
  private final List<StoredForm> stored = new ArrayList<>();
  private final Set<PastVersion> past = new HashSet<>();
  private Resubmission resubmission = Resubmission.FORMS;

  @BeforeEach
  void folders() throws Exception {
    january = Files.createDirectory(root.resolve("january"));
    march = Files.createDirectory(root.resolve("march"));
  }

  private MetForm met(String key, Path file, String print) {
    return met(key, file, print, NOON, 0);
  }

  private MetForm met(String key, Path file, String print, long modified, int guesses) {
    Position place = Position.inText(file.toString(), 1, 1);
    int ordinal = (int) met.stream().filter(form -> form.file().equals(place.file())).count() + 1;
    MetForm form =
        new MetForm(place, ordinal, modified, key, true, "d", print + ordinal, print, 1, guesses);
    met.add(form);
    return form;
  }

  private void stored(String id, Path file, String print) {
    stored.add(new StoredForm(id, Position.inText(file.toString(), 1, 1), "d", print + "s", print));
  }

  private VersionPlan decide(Path input) throws Exception {
    SourcesReadAgain coverage =
        new SourcesReadAgain(List.of(input), Inputs.list(List.of(input)).files());
    met.forEach(form -> coverage.add(form.file(), List.of()));
    return decide(coverage);
  }

  private VersionPlan decide(SourcesReadAgain coverage) {
    return new Versions(coverage, past, resubmission).decide(met, stored);
  }

  private static Path touch(Path file) throws Exception {
    return Files.writeString(file, file.toString());
  }

  @Test
  void oneCorrectedFormReplacesThatFormAlone() throws Exception {
    stored("k1", january.resolve("a.xlsx"), "old");
    stored("k2", january.resolve("b.xlsx"), "same");
    met("k1", touch(march.resolve("a.xlsx")), "new");
    VersionPlan versions = decide(march);
    assertThat(versions.accepted().values()).containsExactly("k1");
    assertThat(versions.kept()).extracting(StoredForm::formId).containsExactly("k2");
    assertThat(versions.supersededThere())
        .extracting(form -> form.id() + " " + form.by() + " " + form.why())
        .containsExactly("k1 new LATER_RUN");
    assertThat(versions.contents(met, Confirmations.of(List.of())).get("d"))
        .containsExactly("k1 new1", "k2 sames");
  }

  @Test
  void theOldFileReadAgainDoesNotBringTheOldVersionBack() throws Exception {
    stored("k1", march.resolve("a.xlsx"), "new");
    past.add(new PastVersion("k1", january.resolve("a.xlsx").toString(), "old", "new"));
    met("k1", touch(january.resolve("a.xlsx")), "old");
    VersionPlan versions = decide(january);
    assertThat(versions.accepted()).isEmpty();
    assertThat(versions.supersededHere()).hasSize(1);
    assertThat(versions.kept()).extracting(StoredForm::printedHash).containsExactly("new");
  }

  @Test
  void theOldVersionSentAnewDoes() throws Exception {
    stored("k1", march.resolve("a.xlsx"), "new");
    past.add(new PastVersion("k1", january.resolve("a.xlsx").toString(), "old", "new"));
    met("k1", touch(root.resolve("again.xlsx")), "old");
    VersionPlan versions = decide(root.resolve("again.xlsx"));
    assertThat(versions.accepted().values()).containsExactly("k1");
    assertThat(versions.supersededThere()).extracting(Superseded::by).containsExactly("old");
  }

  @Test
  void bothOldAndNewFolderInOneRunGoByTheHistory() throws Exception {
    Path old = touch(january.resolve("a.xlsx"));
    stored("k1", march.resolve("a.xlsx"), "new");
    past.add(new PastVersion("k1", old.toString(), "old", "new"));
    met("k1", old, "old", NOON + 900_000, 0);
    met("k1", touch(march.resolve("a.xlsx")), "new");
    VersionPlan versions = decide(root);
    assertThat(versions.accepted().keySet()).containsExactly(march.resolve("a.xlsx") + "#1");
    assertThat(versions.supersededHere())
        .extracting(Superseded::why)
        .containsExactly(Why.LATER_RUN);
    assertThat(versions.supersededThere()).isEmpty();
  }

  @Test
  void theNameOfTheFileDecidesBeforeItsTime() throws Exception {
    met("k1", touch(january.resolve("a-修改.xlsx")), "new");
    met("k1", touch(january.resolve("a.xlsx")), "old", NOON + 3_600_000, 0);
    VersionPlan versions = decide(january);
    assertThat(versions.accepted().keySet()).containsExactly(january.resolve("a-修改.xlsx") + "#1");
    assertThat(versions.supersededHere())
        .extracting(form -> form.id() + " " + form.why())
        .containsExactly(january.resolve("a.xlsx") + "#1 LATER_BY_NAME");
  }

  @Test
  void elseItsTime() throws Exception {
    met("k1", touch(january.resolve("a.xlsx")), "new", NOON + 60_000, 0);
    met("k1", touch(january.resolve("b.xlsx")), "old", NOON, 0);
    VersionPlan versions = decide(january);
    assertThat(versions.accepted().keySet()).containsExactly(january.resolve("a.xlsx") + "#1");
    assertThat(versions.supersededHere().get(0).why()).isEqualTo(Why.LATER_BY_TIME);
  }

  @Test
  void elseBothStayUnderANumber() throws Exception {
    met("k1", touch(january.resolve("a.xlsx")), "one", NOON + 59_999, 0);
    met("k1", touch(january.resolve("b.xlsx")), "other", NOON, 0);
    VersionPlan versions = decide(january);
    assertThat(versions.accepted().values()).containsExactly("k1", "k1-2");
    assertThat(versions.sameKey()).isEqualTo(1);
    stored("k1", january.resolve("a.xlsx"), "one");
    stored("k1-2", january.resolve("b.xlsx"), "other");
    VersionPlan again = decide(january);
    assertThat(again.accepted()).isEqualTo(versions.accepted());
    assertThat(again.supersededThere()).isEmpty();
  }

  @Test
  void twoFormsOfOneFileAreNeverVersions() throws Exception {
    Path file = touch(january.resolve("a-修改.xlsx"));
    met("k1", file, "one");
    met("k1", file, "other");
    met("k1", touch(january.resolve("a.xlsx")), "third");
    VersionPlan versions = decide(january);
    assertThat(versions.accepted().values()).containsExactly("k1", "k1-2", "k1-3");
  }

  @Test
  void oneNewFormReplacesNoneOfSeveral() throws Exception {
    stored("k1", january.resolve("a.xlsx"), "one");
    stored("k1-2", january.resolve("b.xlsx"), "other");
    met("k1", touch(march.resolve("c.xlsx")), "third");
    VersionPlan versions = decide(march);
    assertThat(versions.accepted().values()).containsExactly("k1-3");
    assertThat(versions.kept()).hasSize(2);
    assertThat(versions.sameKey()).isEqualTo(2);
  }

  @Test
  void aCopyIsOneFormAndTheReadingWithFewerGuessesCounts() throws Exception {
    met("k1", touch(january.resolve("a.pdf")), "same", NOON, 3);
    met("k1", touch(january.resolve("a.xlsx")), "same", NOON, 0);
    VersionPlan versions = decide(january);
    assertThat(versions.accepted().keySet()).containsExactly(january.resolve("a.xlsx") + "#1");
    assertThat(versions.copies()).hasSize(1);
    assertThat(versions.copies().get(0).twin().file())
        .isEqualTo(january.resolve("a.xlsx").toString());
  }

  @Test
  void whatAFileNoLongerHoldsIsWithdrawn() throws Exception {
    stored("k1", january.resolve("a.xlsx"), "one");
    stored("k2", january.resolve("a.xlsx"), "two");
    stored("k3", january.resolve("b.xlsx"), "three");
    met("k1", touch(january.resolve("a.xlsx")), "one");
    VersionPlan versions = decide(january.resolve("a.xlsx"));
    assertThat(versions.supersededThere())
        .extracting(form -> form.id() + " " + form.why())
        .containsExactly("k2 WITHDRAWN");
    assertThat(versions.kept()).extracting(StoredForm::formId).containsExactly("k3");
  }

  @Test
  void aFileThatIsGoneFromItsFolderTakesItsFormsAlong() throws Exception {
    stored("k1", january.resolve("a.xlsx"), "one");
    stored("k2", january.resolve("gone.xlsx"), "two");
    stored("k3", january.resolve("all.zip") + "!/inside.xlsx", "three");
    stored("k4", march.resolve("d.xlsx"), "four");
    met("k1", touch(january.resolve("a.xlsx")), "one");
    VersionPlan versions = decide(january);
    assertThat(versions.supersededThere()).extracting(Superseded::id).containsExactly("k2", "k3");
    assertThat(versions.kept()).extracting(StoredForm::formId).containsExactly("k4");
  }

  private void stored(String id, String file, String print) {
    stored.add(new StoredForm(id, Position.inText(file, 1, 1), "d", print + "s", print));
  }

  @Test
  void aFileThatCannotBeReadNowKeepsItsForms() throws Exception {
    Path damaged = touch(january.resolve("damaged.xlsx"));
    stored("k1", january.resolve("a.xlsx"), "one");
    stored("k2", damaged, "two");
    met("k1", touch(january.resolve("a.xlsx")), "one");
    SourcesReadAgain coverage =
        new SourcesReadAgain(List.of(january), Inputs.list(List.of(january)).files());
    coverage.add(january.resolve("a.xlsx").toString(), List.of());
    coverage.add(
        damaged.toString(),
        List.of(new Quarantined(damaged.toString(), null, Reason.DAMAGED, "", "")));
    VersionPlan versions = decide(coverage);
    assertThat(versions.kept()).extracting(StoredForm::formId).containsExactly("k2");
  }

  @Test
  void wholeYearsReplaceEverythingOfTheYear() throws Exception {
    resubmission = Resubmission.YEARS;
    stored("k1", january.resolve("a.xlsx"), "old");
    stored("k2", january.resolve("b.xlsx"), "two");
    met("k1", touch(march.resolve("a.xlsx")), "new");
    VersionPlan versions = decide(march);
    assertThat(versions.kept()).isEmpty();
    assertThat(versions.supersededThere())
        .extracting(form -> form.id() + " " + form.why())
        .containsExactly("k1 LATER_RUN", "k2 WITHDRAWN");
  }

  @Test
  void aRelativePathIsTheSameFileAsItsAbsoluteOne() {
    SourcesReadAgain coverage = new SourcesReadAgain(List.of(), List.of());
    coverage.add("datasets/./x/../a.txt", List.of());
    assertThat(coverage.readWhole(Path.of("datasets/a.txt").toAbsolutePath().toString())).isTrue();
    assertThat(coverage.readWhole("datasets/b.txt")).isFalse();
  }
}
