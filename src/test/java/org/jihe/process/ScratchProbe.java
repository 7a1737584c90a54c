package org.jihe.process;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Says which of some places is taken. */
final class ScratchProbe {

  private ScratchProbe() {}

  public static void main(String[] places) {
    Scratch scratch =
        Objects.requireNonNull(Scratch.open(null, Stream.of(places).map(Path::of).toList()));
    System.out.println(scratch.folder());
    scratch.close();
  }
}
