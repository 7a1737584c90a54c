package org.jihe.statistic.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.statistic.MadeForms;
import org.jihe.statistic.measure.FormMeasures;
import org.junit.jupiter.api.Test;

class OutlierSearchTest {

  private final List<FormMeasures> forms = new ArrayList<>();

  private void peers(int count, String kind) {
    for (int i = 0; i < count; i++) {
      forms.add(
          MadeForms.of(kind + i, "d" + i % 3, kind, 2022, 0, 100.0, 94.0 + i % 5, 97.0 + i % 3));
    }
  }

  private List<Outlier> found(OutlierMeasure measure) {
    OutlierSearch search = new OutlierSearch(new Likenesses());
    forms.forEach(search::add);
    return search.done().stream().filter(one -> one.measure() == measure).toList();
  }

  @Test
  void aRateFarFromItsPeersIsListedWithThem() {
    peers(12, "works");
    forms.add(MadeForms.of("odd", "d1", "works", 2022, 0, 100.0, 30.0, 98.0));

    assertThat(found(OutlierMeasure.EXECUTION_RATE))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.formId()).isEqualTo("odd");
              assertThat(one.peers()).isEqualTo(13);
              assertThat(one.peerGroup().text())
                  .isEqualTo("kind=works; size=<0.5m; jurisdiction=national");
              assertThat(one.far()).isTrue();
            });
    assertThat(found(OutlierMeasure.SCORE_MINUS_RATE)).hasSize(1);
  }

  /** Seven are too few: the next wider group that has eight is taken, and named. */
  @Test
  void fewPeersAreWidened() {
    peers(12, "works");
    peers(6, "service");
    forms.add(MadeForms.of("odd", "d1", "service", 2022, 0, 100.0, 30.0, 98.0));

    assertThat(found(OutlierMeasure.EXECUTION_RATE))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.peerGroup().text()).isEqualTo("all");
              assertThat(one.peers()).isEqualTo(19);
            });
  }

  @Test
  void eightPeersAreEnoughAndSevenAreNot() {
    peers(7, "works");
    forms.add(MadeForms.of("odd", "d1", "works", 2022, 0, 100.0, 30.0, 98.0));
    assertThat(found(OutlierMeasure.EXECUTION_RATE)).hasSize(1);

    forms.remove(0);
    assertThat(found(OutlierMeasure.EXECUTION_RATE)).isEmpty();
  }

  @Test
  void whereAllAreEqualUnknownOrCancelledNothingStandsOut() {
    for (int i = 0; i < 20; i++) {
      forms.add(MadeForms.of("same" + i, "d", 0, 100.0, 90.0, 95.0));
      forms.add(MadeForms.of("unknown" + i, "d", 0, null, null, null));
      forms.add(MadeForms.of("cancelled" + i, "d", 0, 0.0, 0.0, 10.0));
    }

    OutlierSearch search = new OutlierSearch(new Likenesses());
    forms.forEach(search::add);
    assertThat(search.done()).isEmpty();
  }

  @Test
  void groupsAreReadBackFromTheirTexts() {
    for (PeerGroup group :
        List.of(
            new PeerGroup("works", "<0.5m", "national", "人"),
            new PeerGroup("works", null, null, null),
            new PeerGroup(null, null, null, null))) {
      assertThat(PeerGroup.of(group.text())).isEqualTo(group);
    }
  }
}
