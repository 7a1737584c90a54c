package org.jihe.rule.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A rule set on its way to an executor: words, messages and headers are text, which packs well. */
final class PackedRules implements Serializable {

  private static final long serialVersionUID = 1L;

  private final byte[] packed;

  private PackedRules(byte[] packed) {
    this.packed = packed;
  }

  static PackedRules of(RuleSet.Parts parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (ObjectOutputStream out =
        new ObjectOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeObject(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new PackedRules(bytes.toByteArray());
  }

  private Object readResolve() {
    try (ObjectInputStream in =
        new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      return new RuleSet((RuleSet.Parts) in.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
