package org.jihe.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {

  private static void sleep(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsAllSteps() {
    AtomicInteger ran = new AtomicInteger();
    Together.run(ran::incrementAndGet, ran::incrementAndGet, ran::incrementAndGet);
    assertThat(ran).hasValue(3);
  }

  @Test
  void everyStepHasEndedWhenAFailureIsThrown() {
    AtomicBoolean written = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Together.run(
                    () -> {
                      failed.countDown();
                      throw new IllegalArgumentException("first");
                    },
                    () -> {
                      await(failed);
                      sleep(300);
                      written.set(true);
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("first");
    assertThat(written).as("the other step has ended").isTrue();
  }

  @Test
  void theOtherFailuresAreNotLost() {
    IllegalStateException same = new IllegalStateException("same");
    Throwable thrown =
        catchThrowable(
            () ->
                Together.run(
                    () -> {},
                    () -> {
                      throw same;
                    },
                    () -> {
                      throw new IllegalArgumentException("third");
                    },
                    () -> {
                      throw same;
                    }));
    assertThat(thrown).isSameAs(same);
    assertThat(thrown.getSuppressed())
        .singleElement()
        .isInstanceOfSatisfying(
            IllegalArgumentException.class, other -> assertThat(other).hasMessage("third"));
  }

  @Test
  void anErrorStaysAnError() {
    assertThatThrownBy(
            () ->
                Together.run(
                    () -> {
                      throw new OutOfMemoryError("heap");
                    }))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("heap");
  }

  @Test
  void anInterruptWaitsForTheStepsToo() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean told = new AtomicBoolean();
    AtomicBoolean endedBefore = new AtomicBoolean();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              thrown.set(
                  catchThrowable(
                      () ->
                          Together.run(
                              () -> {
                                running.countDown();
                                try {
                                  TimeUnit.SECONDS.sleep(30);
                                } catch (InterruptedException e) {
                                  told.set(true);
                                }
                                sleep(300);
                                ended.set(true);
                              })));
              endedBefore.set(ended.get());
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    await(running);
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
    assertThat(told).as("the step was interrupted").isTrue();
    assertThat(endedBefore).as("the step had ended").isTrue();
    assertThat(stillInterrupted).isTrue();
  }
}
