#!/usr/bin/python3
"""Makes files of golden forms by other people's programs, one folder a producer.

usage: producers.py FOLDER [PART ...]     PART: parts of the names of producers; all where none is given

What is there already is kept, so that a run that was ended goes on where it stopped. A program that
is missing or fails leaves its producers out and says so.
"""
import html, json, shutil, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = [ROOT / "datasets/transcripts/minhang-2022" / f"{n:02}.json" for n in (1, 2, 4, 7, 9, 12, 15, 18, 22, 27)]
COLUMNS = ["originalBudget", "finalBudget", "actualExpenditure", "maxScore", "executionRate", "score"]
LABELS = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
ROWS = [("total", "年度资金总额"), ("currentYearAppropriation", "其中：当年财政拨款"), ("priorYearCarryOver", "上年结转资金"), ("otherFunds", "其他资金")]
HEADS = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
CELLS = ["category", "aspect", "name", "target", "actual", "maxScore", "score", "varianceExplanation"]


class Cell:
    def __init__(self, text, across=1, down=1):
        self.text, self.across, self.down = text or "", across, down


def runs(items, keys):
    """How many rows from each on have the same labels; 0 where the one above has them."""
    out = []
    for i, item in enumerate(items):
        label = [item[k] for k in keys]
        if i and [items[i - 1][k] for k in keys] == label:
            out.append(0); continue
        n = 1
        while i + n < len(items) and [items[i + n][k] for k in keys] == label: n += 1
        out.append(n)
    return out


def table(form):
    """Rows of cells, nine columns wide, as the forms are drawn."""
    rows = [[Cell("项目名称", 2), Cell(form["projectName"], 7)],
            [Cell("主管部门", 2), Cell(form["supervisingDepartment"], 3), Cell("实施单位"), Cell(form["implementingAgency"], 3)],
            [Cell(f"项目资金（{form['currencyUnit']}）", 2, 5), Cell("")] + [Cell(label) for label in LABELS]]
    for key, label in ROWS:
        values = form["funding"][key]
        dash = "" if key == "total" else "—"
        rows.append([Cell(label)] + [Cell(values.get(c) if c in values else (dash if c != "executionRate" else "")) for c in COLUMNS])
    rows += [[Cell("年度总体目标", 1, 2), Cell("预期目标", 4), Cell("实际完成情况", 4)],
             [Cell(form["annualObjective"]["planned"], 4), Cell(form["annualObjective"]["achieved"], 4)]]
    items = form["indicators"]
    rows.append([Cell("绩效指标", 1, len(items) + 1)] + [Cell(label) for label in HEADS])
    for item, first, second in zip(items, runs(items, ["category"]), runs(items, ["category", "aspect"])):
        row = [Cell(item["category"], 1, first)] if first else []
        row += [Cell(item["aspect"], 1, second)] if second else []
        rows.append(row + [Cell(item[k]) for k in CELLS[2:]])
    rows.append([Cell("总分", 6), Cell(form["total"]["maxScore"]), Cell(form["total"]["score"]), Cell("")])
    return rows


def placed(rows):
    """Every cell with its row and column, both from 0."""
    taken = set()
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in taken: c += 1
            yield r, c, cell
            taken |= {(r + i, c + j) for i in range(cell.down) for j in range(cell.across)}
            c += cell.across


def page(forms, css="", between='<div style="page-break-after:always"></div>', ruled=True):
    parts = [f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>自评表</title><style>table{{border-collapse:collapse;width:100%}}"
             f"td{{{'border:1px solid #000;' if ruled else ''}padding:3px}}h3,p{{text-align:center}}{css}</style></head><body>"]
    for n, form in enumerate(forms):
        parts.append(between if n else "")
        parts.append(f"<div class='form'><h3>{form['title']}</h3><p>（{form['year']}年度）</p><table>")
        for row in table(form):
            parts.append("<tr>" + "".join(
                "<td" + (f" colspan='{c.across}'" if c.across > 1 else "") + (f" rowspan='{c.down}'" if c.down > 1 else "") + f">{html.escape(c.text)}</td>"
                for c in row) + "</tr>")
        parts.append("</table></div>")
    return "".join(parts) + "</body></html>"


def number(text):
    try: return float(text.replace(",", "")), ("0.00" if "." in text else "0") if "," not in text else ("#,##0.00" if "." in text else "#,##0")
    except ValueError: pass
    if text.endswith("%"):
        try: return float(text[:-1]) / 100, "0." + "0" * len(text[:-1].partition(".")[2]) + "%" if "." in text else "0%"
        except ValueError: pass
    return None


WIDTHS = [9, 18, 20, 22, 14, 12, 9, 9, 22]


def lines(text, width):
    return sum(-(-max(1, 2 * len(part)) // max(1, int(width))) for part in text.split("\n"))


def workbook(forms, path, numbers=False, one=False, setup=None, low=False, ruled=True, index=False):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Side
    book = Workbook(); book.remove(book.active); at = 1
    thin = Side(style="thin"); border = Border(left=thin, right=thin, top=thin, bottom=thin) if ruled else Border()
    shift = 2 if index else 1
    for n, form in enumerate(forms, 1):
        if n == 1 or not one: sheet = book.create_sheet(f"Sheet{n}"); at = 1
        for i, width in enumerate(WIDTHS): sheet.column_dimensions["ABCDEFGHIJ"[i + shift - 1]].width = width
        for text in (form["title"], f"（{form['year']}年度）"):
            sheet.cell(at, 1, text).alignment = Alignment(horizontal="center")
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=8 + shift); at += 1
        tall = {}
        for r, c, cell in placed(table(form)):
            value = number(cell.text) if numbers else None
            made = sheet.cell(at + r, c + shift, value[0] if value else cell.text or None)
            if value: made.number_format = value[1]
            elif cell.text: made.data_type = "s"  # what begins with = is no formula
            made.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if len(cell.text) < 12 else "left")
            for i in range(cell.down):
                for j in range(cell.across): sheet.cell(at + r + i, c + j + shift).border = border
            if cell.across * cell.down > 1:
                sheet.merge_cells(start_row=at + r, start_column=c + shift, end_row=at + r + cell.down - 1, end_column=c + shift + cell.across - 1)
            if cell.down == 1: tall[r] = max(tall.get(r, 1), lines(cell.text, sum(WIDTHS[c:c + cell.across]) - 2))
        for r, many in tall.items(): sheet.row_dimensions[at + r].height = 14 if low else 15 * many + 4
        if index:
            for r in range(len(table(form))): sheet.cell(at + r, 1, r + 1)
        at += len(table(form)) + 3
        if setup: setup(sheet)
    book.save(path)


def fit(orientation, paper=9):
    def setup(sheet):
        sheet.page_setup.orientation = orientation; sheet.page_setup.paperSize = paper
        sheet.page_setup.fitToWidth = 1; sheet.page_setup.fitToHeight = 0; sheet.sheet_properties.pageSetUpPr.fitToPage = True
    def prepared(sheet):
        from openpyxl.worksheet.properties import PageSetupProperties
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True); setup(sheet)
    return prepared


def document(forms, path, size=None, landscape=False):
    from docx import Document
    from docx.shared import Mm, Pt
    doc = Document(); section = doc.sections[0]
    if size: section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
    if landscape: section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Mm(12)
    doc.styles["Normal"].font.size = Pt(9)
    for n, form in enumerate(forms):
        if n: doc.add_page_break()
        doc.add_paragraph(form["title"]); doc.add_paragraph(f"（{form['year']}年度）")
        rows = table(form); grid = doc.add_table(len(rows), 9, style="Table Grid")
        for r, c, cell in placed(rows):
            made = grid.cell(r, c)
            if cell.across * cell.down > 1: made = made.merge(grid.cell(r + cell.down - 1, c + cell.across - 1))
            made.text = cell.text
    doc.save(path)


def run(*command, cwd=None, out=None, seconds=300):
    done = subprocess.run([str(c) for c in command], cwd=cwd, stdout=open(out, "wb") if out else subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=seconds)
    if done.returncode: raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace').strip()[-200:]}")


def office(source, target, to, infilter=None):
    """LibreOffice's own conversion of one file."""
    with tempfile.TemporaryDirectory() as temp:
        run("soffice", f"-env:UserInstallation=file://{temp}/profile", "--headless", "--norestore", *([f"--infilter={infilter}"] if infilter else []),
            "--convert-to", to, "--outdir", temp, source)
        made = [f for f in Path(temp).iterdir() if f.is_file()]
        if not made: raise RuntimeError("soffice: nothing was made of " + str(source))
        shutil.move(str(made[0]), target)


def chromium(source, target, *more):
    with tempfile.TemporaryDirectory() as temp:
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", f"--user-data-dir={temp}", *more, f"--print-to-pdf={target}", f"file://{source}")


class Maker:
    def __init__(self, folder, parts):
        self.folder, self.parts, self.failed = folder, parts, []
        self.forms = [json.loads(f.read_text(encoding="utf-8")) for f in FORMS]
        self.base = folder / "sources.d"; self.base.mkdir(parents=True, exist_ok=True)

    def make(self, name, ending, how):
        if self.parts and not any(part in name for part in self.parts): return
        place = self.folder / "made" / name; target = place / f"all.{ending}"
        if target.exists(): return
        place.mkdir(parents=True, exist_ok=True)
        part = place.parent / f".{name}.part.{ending}"
        try:
            how(part)
            part.rename(target); print(name, flush=True)
        except Exception as e:  # one program less
            self.failed.append(name); shutil.rmtree(place, ignore_errors=True); part.unlink(missing_ok=True)
            print(f"{name}: left out: {type(e).__name__} {e}", file=sys.stderr, flush=True)

    def source(self, name, how):
        path = self.base / name
        if not path.exists():
            part = path.with_name(".part-" + path.name); how(part); part.rename(path)
        return path

    def web(self, name, **options):
        return self.source(name + ".html", lambda p: p.write_text(page(self.forms, **options), encoding="utf-8"))

    def book(self, name, **options): return self.source(name + ".xlsx", lambda p: workbook(self.forms, p, **options))

    def paper(self, name, **options): return self.source(name + ".docx", lambda p: document(self.forms, p, **options))

    def made(self, name): return next((self.folder / "made" / name).iterdir())


def everything(m):
    copy = lambda source: lambda target: shutil.copy(source(), target)
    web, paper, one = lambda: m.web("plain"), lambda: m.paper("paper"), lambda: m.book("book-one-sheet", one=True)
    m.make("web-html", "html", copy(web))
    # Spreadsheets
    for name, options in {"text": {}, "numbers": dict(numbers=True), "one-sheet": dict(one=True), "index-column": dict(index=True)}.items():
        m.make(f"openpyxl-xlsx-{name}", "xlsx", copy(lambda n=name, o=options: m.book("book-" + n, **o)))
    for name in ("text", "numbers"):
        book = lambda n=name: m.book("book-" + n, **({"numbers": True} if n == "numbers" else {}))
        for ending, to in {"xls": "xls", "ods": "ods", "fods": "fods", "xlsx": "xlsx:Calc MS Excel 2007 XML", "html": "html:HTML (StarCalc)"}.items():
            m.make(f"calc-{ending}-{name}", ending, lambda t, b=book, to=to: office(b(), t, to))
        for ending, to in {"xls": "Gnumeric_Excel:excel_biff8", "ods": "Gnumeric_OpenCalc:openoffice", "html": "Gnumeric_html:html40", "xlsx": "Gnumeric_Excel:xlsx2"}.items():
            m.make(f"gnumeric-{ending}-{name}", ending, lambda t, b=book, to=to: run("ssconvert", "-T", to, b(), t))
    m.make("calc-csv", "csv", lambda t: office(one(), t, "csv:Text - txt - csv (StarCalc):44,34,76"))
    m.make("calc-tabs-quoted", "txt", lambda t: office(one(), t, "csv:Text - txt - csv (StarCalc):9,34,UTF16,1,,0,true"))
    m.make("gnumeric-csv", "csv", lambda t: run("ssconvert", "-T", "Gnumeric_stf:stf_csv", one(), t))
    m.make("gnumeric-xls-biff7", "xls", lambda t: run("ssconvert", "-T", "Gnumeric_Excel:excel_biff7", one(), t))
    m.make("gnumeric-pdf", "pdf", lambda t: run("ssconvert", "-T", "Gnumeric_pdf:pdf_assistant", m.book("book-fit", setup=fit("landscape")), t))
    for name, options in {"portrait": dict(setup=fit("portrait")), "landscape": dict(setup=fit("landscape")), "a5": dict(setup=fit("portrait", 11)), "wide": {},
                          "low-rows": dict(setup=fit("landscape"), low=True), "unruled": dict(setup=fit("landscape"), ruled=False),
                          "one-sheet": dict(one=True, setup=fit("portrait"))}.items():
        m.make(f"calc-pdf-{name}", "pdf", lambda t, n=name, o=options: office(m.book("print-" + n, **o), t, "pdf"))
    m.make("calc-pdf-tagged", "pdf", lambda t: office(m.book("print-portrait", setup=fit("portrait")), t, 'pdf:calc_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'))
    m.make("calc-pdf-a", "pdf", lambda t: office(m.book("print-portrait", setup=fit("portrait")), t, 'pdf:calc_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'))
    # Documents
    m.make("python-docx", "docx", copy(paper))
    for ending, to in {"doc": "doc:MS Word 97", "odt": "odt", "fodt": "fodt", "rtf": "rtf", "html": "html:HTML (StarWriter)", "docx": "docx:MS Word 2007 XML"}.items():
        m.make(f"writer-{ending}", ending, lambda t, to=to: office(paper(), t, to))
    m.make("writer-rtf-named-doc", "doc", lambda t: office(paper(), t, "rtf"))
    for name, options in {"letter": {}, "a4": dict(size=(210, 297)), "a4-landscape": dict(size=(210, 297), landscape=True), "a5": dict(size=(148, 210)), "short": dict(size=(210, 148))}.items():
        m.make(f"writer-pdf-{name}", "pdf", lambda t, n=name, o=options: office(m.paper("paper-" + n, **o), t, "pdf"))
    m.make("writer-pdf-tagged", "pdf", lambda t: office(m.paper("paper-a4", size=(210, 297)), t, 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'))
    for ending, to in {"odt": "odt:writer8", "docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "pdf": "pdf:writer_web_pdf_Export"}.items():
        m.make(f"writer-of-web-{ending}", ending, lambda t, to=to: office(web(), t, to, "HTML (StarWriter)" if "pdf" not in to else None))
    # Browsers
    small = "body{font-size:11px}"
    webs = {"plain": {}, "small": dict(css=small), "landscape": dict(css="@page{size:A4 landscape}" + small), "a5": dict(css="@page{size:A5}" + small),
            "running-on": dict(css=small, between="<br>"), "running-on-a5": dict(css="@page{size:A5}" + small, between="<br>"), "unruled": dict(css=small, ruled=False),
            "kai": dict(css=small + "body{font-family:'Noto Serif CJK SC'}"), "noto": dict(css=small + "body{font-family:'Noto Sans CJK SC'}"),
            "spaced": dict(css=small + "td{letter-spacing:2px}"), "rows-whole": dict(css=small + "tr{break-inside:avoid}", between="<br>"),
            "short": dict(css="@page{size:210mm 120mm}" + small), "two-up": dict(css="@page{size:A3 landscape}body{font-size:9px;column-count:2}.form{break-inside:avoid}", between="")}
    for name, options in webs.items():
        m.make(f"chromium-pdf-{name}", "pdf", lambda t, n=name, o=options: chromium(m.web("web-" + n, **o), t, "--no-pdf-header-footer"))
        if name not in ("noto", "kai", "spaced"):
            m.make(f"weasyprint-pdf-{name}", "pdf", lambda t, n=name, o=options: run("weasyprint", "-q", m.web("web-" + n, **o), t))
    m.make("chromium-pdf-head-and-foot", "pdf", lambda t: chromium(m.web("web-small", css=small), t))
    m.make("chromium-pdf-running-on-head-and-foot", "pdf", lambda t: chromium(m.web("web-running-on", css=small, between="<br>"), t))
    m.make("chromium-pdf-scaled", "pdf", lambda t: chromium(m.web("web-plain"), t, "--no-pdf-header-footer", "--force-device-scale-factor=2"))
    for name, more in {"a4": [], "landscape": ["-O", "Landscape"], "a5": ["-s", "A5"], "foot": ["--footer-center", "[page]/[topage]", "--header-left", "[title]"]}.items():
        m.make(f"wkhtmltopdf-{name}", "pdf", lambda t, more=more: run("xvfb-run", "-a", "wkhtmltopdf", "-q", *more, m.web("web-running-on", css=small, between="<br>"), t))
    # Other converters
    for ending, to in {"docx": "docx", "odt": "odt", "rtf": "rtf", "html": "html"}.items():
        m.make(f"pandoc-{ending}", ending, lambda t, to=to: run("pandoc", "-s", "-f", "html", "-t", to, web(), "-o", t))
    m.make("pandoc-of-docx-html", "html", lambda t: run("pandoc", "-s", "-f", "docx", "-t", "html", paper(), "-o", t))
    m.make("pandoc-of-docx-odt", "odt", lambda t: run("pandoc", "-s", "-f", "docx", "-t", "odt", paper(), "-o", t))
    m.make("pandoc-of-docx-markdown", "md", lambda t: run("pandoc", "-s", "-f", "docx", "-t", "gfm", "--columns", "5000", paper(), "-o", t))
    m.make("pandoc-of-docx-pipes", "md", lambda t: run("pandoc", "-s", "-f", "docx", "-t", "markdown-simple_tables-grid_tables-multiline_tables", "--columns", "5000", paper(), "-o", t))
    for other in ("chromium-pdf-small", "calc-pdf-landscape", "writer-pdf-a4", "weasyprint-pdf-running-on"):
        if not (m.folder / "made" / other).exists(): continue
        pdf = m.made(other)
        m.make(f"ghostscript-of-{other}", "pdf", lambda t, p=pdf: run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={t}", p))
        m.make(f"cairo-of-{other}", "pdf", lambda t, p=pdf: run("pdftocairo", "-pdf", p, t))
        m.make(f"qpdf-rotated-{other}", "pdf", lambda t, p=pdf: run("qpdf", "--rotate=+90", "--object-streams=generate", p, t))
        m.make(f"pdftotext-layout-{other}", "txt", lambda t, p=pdf: run("pdftotext", "-layout", p, t))
    m.make("ghostscript-text-calc", "txt", lambda t: run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", f"-sOutputFile={t}", m.made("calc-pdf-landscape")))


def main():
    folder = Path(sys.argv[1]).resolve(); (folder / "made").mkdir(parents=True, exist_ok=True)
    (folder / "made/forms.txt").write_text("".join(f"{f.relative_to(ROOT)}\n" for f in FORMS), encoding="utf-8")
    maker = Maker(folder, sys.argv[2:]); everything(maker)
    print(f"{len([d for d in (folder / 'made').iterdir() if d.is_dir()])} producers, {len(maker.failed)} left out: {' '.join(maker.failed)}")


if __name__ == "__main__": main()
