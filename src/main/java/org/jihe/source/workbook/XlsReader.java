package org.jihe.source.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.UnknownRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.util.LittleEndian;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.file.Refusal;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.office.OleContainer;
import org.jihe.source.workbook.ShownNumbers.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks of Excel 97 to 2003: a grid for each sheet in the order of the tabs, hidden ones,
 * hidden rows and hidden columns among them. The records are taken as they stream by; only where a
 * formula was never computed is the workbook built in memory to do it.
 */
public final class XlsReader implements FormatReader {

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return OfficeFile.read(source, new Budget(limits), Format.XLS, XlsReader::contents);
  }

  private static OfficeFile.Contents contents(RawFile source, Budget budget) throws IOException {
    try (POIFSFileSystem container = OleContainer.workbook(source.content())) {
      Records records = new Records(source.name(), budget);
      try (InputStream stream = OleContainer.records(container)) {
        RecordFactoryInputStream input = new RecordFactoryInputStream(stream, false);
        for (Record record = input.nextRecord(); record != null; record = input.nextRecord()) {
          records.take(record);
        }
      }
      return records.contents(() -> new HSSFWorkbook(container));
    }
  }

  /** What is known while the records stream by: first those of the whole, then sheet by sheet. */
  private static final class Records {

    private static final int RICH_STRING = 0x00D6;

    /** Bytes of a record before its data: its kind and its length. */
    private static final int HEADER = 4;

    private final String file;
    private final Budget budget;
    private final Recalculation recalculation;
    private final List<BoundSheetRecord> tabs = new ArrayList<>();
    private final IdentityHashMap<BoundSheetRecord, SheetCells> sheets = new IdentityHashMap<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private @Nullable SSTRecord strings;
    private ShownNumbers numbers = new ShownNumbers(Dates.FROM_1900);
    private BoundSheetRecord @Nullable [] inOrder;
    private int begun = -1;
    private int depth;
    private @Nullable SheetCells sheet;
    private String sheetName = "";
    private int awaitsText = -1;

    Records(String file, Budget budget) {
      this.file = file;
      this.budget = budget;
      this.recalculation = new Recalculation(budget);
    }

    void take(Record record) throws ReadingStopped {
      if (record instanceof BOFRecord start) {
        begin(start);
      } else if (record instanceof EOFRecord) {
        depth--;
      } else if (depth == 1) {
        if (sheet != null) {
          cell(record, sheet);
        } else if (begun < 0) {
          global(record);
        }
      }
      // deeper: a chart in a sheet
    }

    private void begin(BOFRecord start) throws ReadingStopped {
      depth++;
      if (start.getVersion() != BOFRecord.VERSION) {
        throw new ReadingStopped(Reason.UNKNOWN_FORMAT, "workbook of Excel 5.0 or 95");
      }
      if (depth > 1 || start.getType() == BOFRecord.TYPE_WORKBOOK) {
        return;
      }
      begun++;
      if (inOrder == null) {
        inOrder = BoundSheetRecord.orderByBofPosition(tabs);
      }
      sheet = null;
      if (start.getType() == BOFRecord.TYPE_WORKSHEET) {
        if (begun >= inOrder.length) {
          throw new ReadingStopped(Reason.DAMAGED, "more sheets than names");
        }
        BoundSheetRecord tab = inOrder[begun];
        sheetName = tab.getSheetname();
        sheet = new SheetCells(budget, file, sheetName, tab.isHidden() || tab.isVeryHidden());
        sheets.put(tab, sheet);
      }
    }

    private void global(Record record) throws ReadingStopped {
      budget.checkInterrupted();
      if (record instanceof BoundSheetRecord tab) {
        tabs.add(tab);
      } else if (record instanceof SSTRecord all) {
        strings = all;
      } else if (record instanceof FormatRecord format) {
        codes.put(format.getIndexCode(), format.getFormatString());
      } else if (record instanceof ExtendedFormatRecord style) {
        styles.add((int) style.getFormatIndex());
      } else if (record instanceof DateWindow1904Record window && window.getWindowing() == 1) {
        numbers = new ShownNumbers(Dates.FROM_1904);
      }
    }

    private void cell(Record record, SheetCells cells) throws ReadingStopped {
      if (record instanceof LabelSSTRecord label) {
        add(label, string(label.getSSTIndex()), cells);
      } else if (record instanceof NumberRecord number) {
        number(number, number.getValue(), cells);
      } else if (record instanceof FormulaRecord formula) {
        formula(formula, cells);
      } else if (record instanceof StringRecord text) {
        if (awaitsText >= 0) {
          cells.change(awaitsText, text.getString());
          awaitsText = -1;
        }
      } else if (record instanceof BoolErrRecord value) {
        String shown =
            value.isBoolean() ? bool(value.getBooleanValue()) : error(value.getErrorValue());
        add(value, shown, cells);
      } else if (record instanceof LabelRecord label) {
        add(label, label.getValue(), cells);
      } else if (record instanceof UnknownRecord other && other.getSid() == RICH_STRING) {
        richString(other, cells);
      } else if (record instanceof RowRecord row && row.getZeroHeight()) {
        cells.hide(row.getRowNumber() + 1);
      } else {
        area(record, cells);
      }
    }

    /** A text with fonts of its own, which some programs write into the cell itself. */
    private static void richString(Record record, SheetCells cells) throws ReadingStopped {
      byte[] bytes = record.serialize();
      int at = HEADER;
      if (bytes.length < at + 9) {
        throw new ReadingStopped(Reason.DAMAGED, "a rich string of " + bytes.length + " B");
      }
      int row = LittleEndian.getUShort(bytes, at);
      int column = LittleEndian.getUShort(bytes, at + 2);
      int length = LittleEndian.getUShort(bytes, at + 6);
      boolean wide = (bytes[at + 8] & 1) != 0;
      int end = Math.min(bytes.length, at + 9 + (wide ? 2 : 1) * length);
      Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
      String text = new String(bytes, at + 9, end - at - 9, charset);
      cells.add(row + 1, column + 1, text);
    }

    /** Cells without a value, and those that are merged. */
    private static void area(Record record, SheetCells cells) throws ReadingStopped {
      if (record instanceof BlankRecord blank) {
        add(blank, "", cells);
      } else if (record instanceof MulBlankRecord blanks) {
        for (int i = blanks.getFirstColumn(); i <= blanks.getLastColumn(); i++) {
          cells.add(blanks.getRow() + 1, i + 1, "");
        }
      } else if (record instanceof MergeCellsRecord areas) {
        for (int i = 0; i < areas.getNumAreas(); i++) {
          cells.merge(areas.getAreaAt(i));
        }
      }
    }

    private int number(CellValueRecordInterface place, double value, SheetCells cells)
        throws ReadingStopped {
      String shown = numbers.shown(value, format(place));
      String zero = numbers.zero(value, format(place), shown);
      return cells.add(place.getRow() + 1, place.getColumn() + 1, shown, zero);
    }

    private static int add(CellValueRecordInterface place, String text, SheetCells cells)
        throws ReadingStopped {
      return cells.add(place.getRow() + 1, place.getColumn() + 1, text);
    }

    private void formula(FormulaRecord formula, SheetCells cells) throws ReadingStopped {
      int index =
          switch (formula.getCachedResultTypeEnum()) {
            case BOOLEAN -> add(formula, bool(formula.getCachedBooleanValue()), cells);
            case ERROR -> add(formula, error(formula.getCachedErrorValue()), cells);
            case NUMERIC -> number(formula, formula.getValue(), cells);
            default -> add(formula, "", cells);
          };
      awaitsText = formula.hasCachedResultString() ? index : -1;
      // A program that does not compute leaves a zero and asks Excel to compute it.
      boolean never = formula.isCalcOnLoad() && awaitsText < 0 && formula.getValue() == 0;
      if (never) {
        recalculation.add(
            sheetName,
            formula.getRow() + 1,
            formula.getColumn() + 1,
            format(formula),
            cells,
            index);
      }
    }

    private String string(int index) throws ReadingStopped {
      if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
        throw new ReadingStopped(Reason.DAMAGED, "no shared string " + index);
      }
      return strings.getString(index).getString();
    }

    private String format(CellValueRecordInterface cell) {
      int style = cell.getXFIndex();
      int number = style >= 0 && style < styles.size() ? styles.get(style) : 0;
      String code = codes.get(number);
      return code == null ? ShownNumbers.builtIn(number) : code;
    }

    private static String bool(boolean value) {
      return value ? "TRUE" : "FALSE";
    }

    private static String error(int code) {
      return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
    }

    OfficeFile.Contents contents(Recalculation.Opening opening) throws ReadingStopped {
      recalculation.run(opening, numbers);
      List<Grid> grids = new ArrayList<>();
      List<CellNote> notes = new ArrayList<>();
      for (BoundSheetRecord tab : tabs) {
        SheetCells cells = sheets.get(tab);
        if (cells != null) {
          grids.add(cells.grid());
          notes.addAll(cells.notes());
        }
      }
      return new OfficeFile.Contents(grids, notes);
    }
  }
}
