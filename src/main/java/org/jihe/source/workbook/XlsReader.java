package org.jihe.source.workbook;

import java.io.IOException;
import java.io.InputStream;
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
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
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
    return OfficeFile.read(source, new Budget(limits), Format.XLS, XlsReader::grids);
  }

  private static List<Grid> grids(RawFile source, Budget budget) throws IOException {
    try (POIFSFileSystem container = OleContainer.workbook(source.content())) {
      Records records = new Records(source.name(), budget);
      try (InputStream stream = OleContainer.records(container)) {
        RecordFactoryInputStream input = new RecordFactoryInputStream(stream, false);
        for (Record record = input.nextRecord(); record != null; record = input.nextRecord()) {
          records.take(record);
        }
      }
      return records.grids(() -> new HSSFWorkbook(container));
    }
  }

  /** What is known while the records stream by: first those of the whole, then sheet by sheet. */
  private static final class Records {

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
        sheet = new SheetCells(budget, file, sheetName);
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
        add(number, numbers.shown(number.getValue(), format(number)), cells);
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
      } else {
        area(record, cells);
      }
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

    private static int add(CellValueRecordInterface place, String text, SheetCells cells)
        throws ReadingStopped {
      return cells.add(place.getRow() + 1, place.getColumn() + 1, text);
    }

    private void formula(FormulaRecord formula, SheetCells cells) throws ReadingStopped {
      String shown =
          switch (formula.getCachedResultTypeEnum()) {
            case BOOLEAN -> bool(formula.getCachedBooleanValue());
            case ERROR -> error(formula.getCachedErrorValue());
            case NUMERIC -> numbers.shown(formula.getValue(), format(formula));
            default -> "";
          };
      int index = add(formula, shown, cells);
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

    List<Grid> grids(Recalculation.Opening opening) throws ReadingStopped {
      recalculation.run(opening, numbers);
      List<Grid> grids = new ArrayList<>();
      for (BoundSheetRecord tab : tabs) {
        SheetCells cells = sheets.get(tab);
        if (cells != null) {
          grids.add(cells.grid());
        }
      }
      return grids;
    }
  }
}
