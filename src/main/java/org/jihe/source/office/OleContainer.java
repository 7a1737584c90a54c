package org.jihe.source.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.Map;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;

/** The container of the older office formats, which also holds newer files behind a password. */
public final class OleContainer {

  private static final int[] MAGIC = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

  private static final String PACKAGE = "EncryptedPackage";
  private static final String WORKBOOK = "Workbook";
  private static final String OLD_WORKBOOK = "Book";
  private static final String DOCUMENT = "WordDocument";

  /** Streams that tell what else a container holds. */
  private static final Map<String, String> OTHERS =
      Map.of(
          WORKBOOK,
          "workbook",
          DOCUMENT,
          "document",
          "PowerPoint Document",
          "presentation",
          "VisioDocument",
          "drawing",
          "__properties_version1.0",
          "message",
          OLD_WORKBOOK,
          "workbook of Excel 5.0 or 95");

  /** Rounds of hashing that a password may ask for; Office asks for 100,000. */
  private static final int MOST_ROUNDS = 1_000_000;

  private OleContainer() {}

  static boolean isOle(byte[] content) {
    if (content.length < MAGIC.length) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if ((content[i] & 0xFF) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /** Opens a workbook's container; {@link #WORKBOOK} in any case is in it. */
  public static POIFSFileSystem workbook(byte[] content) throws IOException {
    return holding(WORKBOOK, content);
  }

  /** Opens a document's container. */
  public static POIFSFileSystem document(byte[] content) throws IOException {
    return holding(DOCUMENT, content);
  }

  /** The stream of a workbook's records. */
  public static InputStream records(POIFSFileSystem container) throws IOException {
    DirectoryNode root = container.getRoot();
    return root.createDocumentInputStream(root.getEntryCaseInsensitive(WORKBOOK));
  }

  private static POIFSFileSystem holding(String stream, byte[] content) throws IOException {
    if (!isOle(content)) {
      throw new ReadingStopped(Reason.UNKNOWN_FORMAT, "no container");
    }
    POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(content));
    DirectoryNode root = container.getRoot();
    for (Entry entry : root) {
      boolean fits =
          !(entry instanceof DocumentEntry part)
              || (part.getSize() >= 0 && part.getSize() <= content.length);
      if (!fits) { // the library would make room for it
        throw new ReadingStopped(Reason.DAMAGED, entry.getName() + " is larger than its container");
      }
    }
    if (root.hasEntryCaseInsensitive(stream)) {
      return container;
    }
    if (root.hasEntryCaseInsensitive(PACKAGE)) {
      throw new ReadingStopped(Reason.ENCRYPTED, PACKAGE);
    }
    throw new ReadingStopped(Reason.UNKNOWN_FORMAT, contents(root));
  }

  private static String contents(DirectoryNode root) {
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (root.hasEntryCaseInsensitive(other.getKey())) {
        return other.getValue();
      }
    }
    Iterator<Entry> entries = root.getEntries();
    return entries.hasNext() ? entries.next().getName() : "empty container";
  }

  /**
   * The package behind a password, where the password is the one that Office tries by itself: files
   * that are only protected against changes have it.
   */
  static byte[] openedPackage(byte[] content, Budget budget) throws IOException {
    try (POIFSFileSystem container = holding(PACKAGE, content)) {
      EncryptionInfo info = new EncryptionInfo(container);
      int rounds = info.getVerifier() == null ? 0 : info.getVerifier().getSpinCount();
      Decryptor decryptor = info.getDecryptor();
      if (rounds > MOST_ROUNDS || !decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw new ReadingStopped(Reason.ENCRYPTED, PACKAGE);
      }
      try (InputStream plain = decryptor.getDataStream(container)) {
        return budget.unpacking(plain, content.length).readAllBytes();
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new ReadingStopped(Reason.ENCRYPTED, PACKAGE + ": " + e.getMessage());
    }
  }
}
