"""Writes the workbooks of the sample that SheetJS cannot: real drop-downs, fonts, borders.

    openpyxl_writer.py book SHEETS.json OUT.xlsx
    openpyxl_writer.py settle FILE.ods|FILE.xlsx     (takes the clock out of a zip-based file)
"""

import io
import json
import re
import sys
import zipfile

FIXED = (2024, 3, 8, 0, 0, 0)
STAMP = "2024-03-08T00:00:00Z"


def put(cell, value):
    if not isinstance(value, dict):
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    elif value["special"] == "error":
        cell.value = "#REF!"
    elif value["special"] == "formula":
        cell.value = "=" + value["formula"]
    else:
        cell.value = value["day"]
        cell.number_format = value["format"]


def book(source, target):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    thin = Side(style="thin")
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    out = Workbook()
    out.remove(out.active)
    with open(source, encoding="utf-8") as handle:
        sheets = json.load(handle)
    for data in sheets:
        sheet = out.create_sheet(data["name"])
        for row, column, value in data["cells"]:
            cell = sheet.cell(row=row + 1, column=column + 1)
            put(cell, value)
            heading = row in data["headings"]
            cell.font = Font(name="黑体" if heading else "仿宋", size=14 if row == 0 else 11, bold=heading)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if heading else None)
            cell.border = box
        for top, left, bottom, right in data["merges"]:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for index in range(data["columns"]):
            sheet.column_dimensions[get_column_letter(index + 1)].width = 48 if index in data["wide"] else 14
        for choice in data["choices"]:
            rule = DataValidation(type="list", formula1='"%s"' % ",".join(choice["values"]), allow_blank=True)
            letter = get_column_letter(choice["column"] + 1)
            rule.add("%s%d:%s%d" % (letter, choice["top"] + 1, letter, choice["bottom"] + 1))
            sheet.add_data_validation(rule)
        sheet.row_dimensions[1].height = 30
        if data["hidden"]:
            sheet.sheet_state = "hidden"
    out.properties.creator = "社区文书"
    out.save(target)
    settle(target)


def settle(path):
    with open(path, "rb") as handle:
        source = zipfile.ZipFile(io.BytesIO(handle.read()))
    with zipfile.ZipFile(path, "w") as target:
        for item in source.infolist():
            data = source.read(item.filename)
            if item.filename in ("docProps/core.xml", "meta.xml"):
                text = data.decode("utf-8")
                text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", STAMP, text)
                text = re.sub(r"<meta:editing-duration>[^<]*", "<meta:editing-duration>PT0S", text)
                text = re.sub(r"<meta:generator>[^<]*", "<meta:generator>LibreOffice", text)
                data = text.encode("utf-8")
            elif item.filename == "styles.xml":
                # The default page footer holds the day and minute of the conversion.
                text = re.sub(r"<text:(date|time)\b.*?</text:\1>", "", data.decode("utf-8"))
                # Page styles come in the order of memory addresses.
                pages = re.findall(r"<style:master-page\b.*?</style:master-page>", text, re.S)
                rest = re.sub(r"<style:master-page\b.*?</style:master-page>", "", text, flags=re.S)
                text = rest.replace("</office:master-styles>", "".join(sorted(pages)) + "</office:master-styles>")
                data = text.encode("utf-8")
            entry = zipfile.ZipInfo(item.filename, FIXED)
            entry.external_attr = 0o600 << 16
            stored = item.filename == "mimetype"
            target.writestr(entry, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    if sys.argv[1] == "book":
        book(sys.argv[2], sys.argv[3])
    else:
        settle(sys.argv[2])
