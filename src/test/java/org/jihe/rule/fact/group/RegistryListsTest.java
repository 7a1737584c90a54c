package org.jihe.rule.fact.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryListsTest {

  private static final List<ListedProject> PROJECTS = List.of(line("甲"), line("乙"));
  private static final List<ListedProject> LEDGER = List.of(line("丙"));

  private static ListedProject line(String name) {
    return new ListedProject(null, name, "某局", null, 2022, new BigDecimal("1E+4"), "a.csv", 2);
  }

  @Test
  void aListThatIsNotGivenIsTheFormerOne() {
    RegistryLists former = new RegistryLists(PROJECTS, LEDGER);
    assertThat(RegistryLists.NONE.or(former).fingerprint()).isEqualTo(former.fingerprint());
    RegistryLists given = new RegistryLists(LEDGER, null);
    assertThat(given.or(former).projectLines()).isEqualTo(LEDGER);
    assertThat(given.or(former).ledgerLines()).isEqualTo(LEDGER);
    assertThat(given.mayLackSome()).isTrue();
    assertThat(former.mayLackSome()).isFalse();
  }

  @Test
  void oneThatIsToStandAloneIsNotCompleted() {
    RegistryLists former = new RegistryLists(PROJECTS, LEDGER);
    RegistryLists given = new RegistryLists(LEDGER, null).alone();
    assertThat(given.mayLackSome()).isFalse();
    assertThat(given.or(former).ledgerLines()).isNull();
    assertThat(given.fingerprint()).isEqualTo(new RegistryLists(LEDGER, null).fingerprint());
    assertThat(RegistryLists.NONE.alone().fingerprint())
        .isEqualTo(RegistryLists.NONE.fingerprint());
  }

  @Test
  void anEmptyListIsAListAllTheSame() {
    RegistryLists empty = new RegistryLists(List.of(), List.of());
    assertThat(empty.mayLackSome()).isFalse();
    assertThat(empty.or(new RegistryLists(PROJECTS, LEDGER)).projectLines()).isEmpty();
  }
}
