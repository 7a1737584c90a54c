package org.jihe.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.layout.Box;
import org.jihe.layout.Position;
import org.junit.jupiter.api.Test;

class PlacesTest {

  @Test
  void aLineOfText() {
    Position place = Position.inText("forms.txt", 128, 8);
    assertThat(Places.of(place)).isEqualTo("forms.txt:128:8");
    assertThat(Places.address(place)).isNull();
  }

  @Test
  void aCellOfASheetByItsAddress() {
    Position place = new Position("a.zip!/forms.xlsx", 0, "自评表", 12, 28);
    assertThat(Places.of(place)).isEqualTo("a.zip!/forms.xlsx#自评表!AB12");
    assertThat(Places.address(place)).isEqualTo("AB12");
  }

  @Test
  void aCellOfAPageAndItsRectangle() {
    Position place = new Position("forms.pdf", 3, null, 12, 4, new Box(72, 96.5, 180, 112.25));
    assertThat(Places.of(place)).isEqualTo("forms.pdf#p3:12:4");
    assertThat(Places.box(place)).isEqualTo("72.0 96.5 180.0 112.3");
    assertThat(Places.box(null)).isNull();
  }
}
