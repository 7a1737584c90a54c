package org.jihe.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.jihe.workspace.file.WorkspaceFileIO;

/**
 * Files below a table that nothing of the table names: what runs wrote that were killed. Whoever
 * looks for them has the right to write, so no other process is just about to name one.
 *
 * @param files their addresses
 * @param bytes their length together
 */
record Orphans(List<String> files, long bytes) {

  /**
   * Looks for them.
   *
   * @param before files that are younger are left alone: a reader may have begun with them
   */
  static Orphans of(Table table, Instant before) {
    WorkspaceFileIO io = (WorkspaceFileIO) table.io();
    Set<String> named = named(table, io);
    List<String> files = new ArrayList<>();
    long bytes = 0;
    for (FileInfo file : io.listPrefix(table.location() + "/")) {
      String address = plain(io.resolved(file.location()));
      if (!named.contains(address) && file.createdAtMillis() < before.toEpochMilli()) {
        files.add(file.location());
        bytes += file.size();
      }
    }
    return new Orphans(files, bytes);
  }

  private static Set<String> named(Table table, WorkspaceFileIO io) {
    Set<String> named = new HashSet<>();
    TableMetadata metadata = ((HasTableOperations) table).operations().current();
    named.add(metadata.metadataFileLocation());
    metadata.previousFiles().forEach(file -> named.add(file.file()));
    Set<String> manifests = new HashSet<>();
    for (Snapshot snapshot : metadata.snapshots()) {
      if (snapshot.manifestListLocation() != null) {
        named.add(snapshot.manifestListLocation());
      }
      for (ManifestFile manifest : snapshot.allManifests(io)) {
        if (manifests.add(manifest.path())) {
          try (CloseableIterable<String> paths =
              ManifestFiles.readPaths(manifest, io, table.specs())) {
            paths.forEach(named::add);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }
    named.addAll(manifests);
    Set<String> plain = new HashSet<>();
    named.forEach(location -> plain.add(plain(io.resolved(location))));
    return plain;
  }

  /** An address of this machine is written with one or three slashes. */
  private static String plain(String address) {
    return address.replaceFirst("^file:/+", "/");
  }
}
