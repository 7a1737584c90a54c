package org.jihe.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publications take each other's place whole, whoever reads or holds them meanwhile. */
class ExchangeTest {

  private static final int FILES = 12;

  @TempDir private Path workspace;

  private void publish(Exchange exchange, String run) throws IOException {
    exchange.repair();
    Path next = exchange.begin();
    for (int file = 0; file < FILES; file++) {
      Files.writeString(next.resolve("file" + file + ".csv"), run + "\n" + "x".repeat(500));
    }
    Manifest.of(next, new Edition(run, 2, "test", run)).write(next);
    exchange.finish();
  }

  @Test
  void aReaderThatGoesThroughTheManifestNeverMixesTwoRuns() throws Exception {
    Exchange exchange = new Exchange(workspace);
    publish(exchange, "0");
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger anew = new AtomicInteger();
    List<String> mixed = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                read(whole, anew, mixed);
              }
            });
    reader.start();
    int runs = 0;
    long end = System.nanoTime() + 20_000_000_000L;
    while ((runs < 150 || anew.get() < 3 || whole.get() < 3) && System.nanoTime() < end) {
      publish(exchange, String.valueOf(++runs));
    }
    done.set(true);
    reader.join();
    assertThat(mixed).isEmpty();
    assertThat(whole.get()).isPositive();
    assertThat(anew.get()).as("exchanges that the reader met").isPositive();
  }

  /** As a reader does: the manifest, the files, and whether they are those that it names. */
  private void read(AtomicInteger whole, AtomicInteger anew, List<String> mixed) {
    Path published = workspace.resolve("published");
    Manifest manifest = Manifest.read(published);
    if (manifest == null) {
      anew.incrementAndGet();
      return;
    }
    List<String> runs = new ArrayList<>();
    for (Manifest.Entry entry : manifest.files()) {
      try {
        byte[] bytes = Files.readAllBytes(published.resolve(entry.name()));
        if (!entry.sha256().equals(sha256(bytes))) {
          anew.incrementAndGet();
          return;
        }
        runs.add(
            new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines().findFirst().get());
      } catch (IOException e) {
        anew.incrementAndGet();
        return;
      }
    }
    if (runs.size() == FILES && runs.stream().allMatch(manifest.run()::equals)) {
      whole.incrementAndGet();
    } else {
      mixed.add(manifest.run() + " " + runs);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPublicationThatIsHeldOpenStays() throws IOException {
    publish(new Exchange(workspace), "1");
    Exchange held =
        new Exchange(
            workspace,
            (from, to) -> {
              throw new AccessDeniedException(from.toString());
            });
    assertThatThrownBy(() -> publish(held, "2")).isInstanceOf(HeldPublicationException.class);
    assertThatManifestOf("1");
    publish(new Exchange(workspace), "3");
    assertThatManifestOf("3");
  }

  @Test
  void aNewOneThatIsHeldOpenLeavesTheFormer() throws IOException {
    publish(new Exchange(workspace), "1");
    Exchange held =
        new Exchange(
            workspace,
            (from, to) -> {
              if (from.endsWith("published.new")) {
                throw new AccessDeniedException(from.toString());
              }
              Files.move(from, to);
            });
    assertThatThrownBy(() -> publish(held, "2")).isInstanceOf(HeldPublicationException.class);
    assertThatManifestOf("1");
    assertThat(workspace.resolve("published.old")).doesNotExist();
  }

  @Test
  void anUnfinishedOneIsNotTakenForWhole() throws IOException {
    Exchange exchange = new Exchange(workspace);
    publish(exchange, "1");
    Files.move(workspace.resolve("published"), workspace.resolve("published.old"));
    Path next = Files.createDirectories(workspace.resolve("published.new"));
    Files.writeString(next.resolve("a.csv"), "whole");
    Manifest.of(next, new Edition("2", 2, "test", "2")).write(next);
    Files.writeString(next.resolve("a.csv"), "torn");
    exchange.repair();
    assertThatManifestOf("1");
  }

  private void assertThatManifestOf(String run) {
    Path published = workspace.resolve("published");
    Manifest manifest = Manifest.read(published);
    assertThat(manifest).isNotNull();
    assertThat(manifest.run()).isEqualTo(run);
    assertThat(manifest.describes(published)).isTrue();
  }
}
