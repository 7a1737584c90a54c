package org.jihe.workspace.file;

import java.io.IOException;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Streams that hold on to those behind them. Iceberg hands Parquet the stream behind a stream that
 * it knows, and lets go of its own, which closes both when the collector comes by: in the middle of
 * a file. One that it does not know it leaves as it is.
 */
final class HeldStreams {

  private HeldStreams() {}

  /** A stream that is read. */
  static final class Input extends SeekableInputStream {

    private final SeekableInputStream stream;

    Input(SeekableInputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public void seek(long position) throws IOException {
      stream.seek(position);
    }

    @Override
    public int read() throws IOException {
      return stream.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return stream.read(bytes, from, length);
    }

    @Override
    public long skip(long bytes) throws IOException {
      return stream.skip(bytes);
    }

    @Override
    public int available() throws IOException {
      return stream.available();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  /** A stream that is written. */
  static final class Output extends PositionOutputStream {

    private final PositionOutputStream stream;

    Output(PositionOutputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public void write(int one) throws IOException {
      stream.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      stream.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
