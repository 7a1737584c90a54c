package org.jihe.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TimedReadingTest {

  private static final RawFile FILE = new RawFile("a.pdf", new byte[10]);
  private static final Document DOCUMENT = new Document("a.pdf", "pdf", "", List.of());
  private static final Limits SHORT = Limits.STANDARD.with("time", "100ms");

  private static Quarantined refusal(Format format, Limits limits, TimedReading.Task task) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> TimedReading.read(format, FILE, limits, task));
    assertThat(refusal).isNotNull();
    assertThat(refusal.entry().file()).isEqualTo("a.pdf");
    return refusal.entry();
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  @Test
  void whatIsReadInTimeIsHandedOver() throws Refusal {
    assertThat(TimedReading.read(Format.PDF, FILE, Limits.STANDARD, () -> DOCUMENT))
        .isSameAs(DOCUMENT);
    assertThat(TimedReading.read(Format.TEXT, FILE, Limits.STANDARD, () -> DOCUMENT))
        .isSameAs(DOCUMENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "PDF"})
  void errorsOfReadersBecomeRefusals(Format format) {
    Limits limits = Limits.STANDARD;
    Quarantined deep =
        refusal(format, limits, () -> new Document("" + endless(0), "", "", List.of()));
    assertThat(deep.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    Quarantined large =
        refusal(
            format,
            limits,
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(large.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    Quarantined damaged =
        refusal(
            format,
            limits,
            () -> {
              throw new IllegalStateException("no such\nsector " + "x".repeat(500));
            });
    assertThat(damaged.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(damaged.detail()).startsWith("IllegalStateException: no such sector x").hasSize(200);
    Quarantined own =
        refusal(
            format,
            limits,
            () -> {
              throw new Refusal(FILE, Reason.ENCRYPTED, "", "");
            });
    assertThat(own.reason()).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void whatTakesTooLongIsLeftBehind() {
    CountDownLatch interrupted = new CountDownLatch(1);
    Quarantined entry =
        refusal(
            Format.PDF,
            SHORT,
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return DOCUMENT;
            });
    assertThat(entry.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(entry.detail()).isEqualTo("0.1 s");
    assertThatCodeEnds(interrupted);
  }

  private static void assertThatCodeEnds(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(latch.getCount()).isZero();
  }

  @Test
  void noMoreThanAFewReadingsAreLeftBehindAtOnce() throws Refusal, InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    TimedReading.Task stuck =
        () -> {
          while (end.getCount() > 0) {
            Thread.onSpinWait();
          }
          return DOCUMENT;
        };
    Limits brief = Limits.STANDARD.with("time", "20ms");
    for (int i = 0; i < 16; i++) {
      assertThat(refusal(Format.PDF, brief, stuck).detail()).isEqualTo("0.02 s");
    }
    assertThat(refusal(Format.PDF, brief, () -> DOCUMENT).detail())
        .isEqualTo("16 earlier readings have not ended");
    end.countDown();
    assertThat(TimedReading.read(Format.PDF, FILE, Limits.STANDARD, () -> DOCUMENT))
        .isSameAs(DOCUMENT);
  }

  @Test
  void anInterruptedCallerDoesNotWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                TimedReading.read(
                    Format.PDF,
                    FILE,
                    Limits.STANDARD,
                    () -> {
                      while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                      }
                      return DOCUMENT;
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
