package org.jihe.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesTest {

  @AfterEach
  void nothing() {
    Changes.are(Changes.State.NONE);
  }

  @Test
  void aCommitThatIsUnderWayIsWaitedFor() throws InterruptedException {
    Changes.are(Changes.State.COMMITTING);
    Thread commit = new Thread(() -> Changes.are(Changes.State.COMMITTED));
    commit.start();
    assertThat(Changes.settled(Duration.ofSeconds(30))).isEqualTo(Changes.State.COMMITTED);
    commit.join();
  }

  @Test
  void butNotForEver() {
    Changes.are(Changes.State.COMMITTING);
    assertThat(Changes.settled(Duration.ofMillis(20))).isEqualTo(Changes.State.COMMITTING);
  }
}
