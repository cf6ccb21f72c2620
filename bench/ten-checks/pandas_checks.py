"""The ten checks with pandas and openpyxl. `pandas_checks.py FOLDER`; the rules and words are those of checks.mjs."""

import json
import os
import pathlib
import re
import resource
import sys

import pandas as pd

WORDS = {
    "serial": ["序号", "编号"],
    "text": ["事项名称", "工作事项", "事项", "证明事项名称", "证明名称", "事项内容", "工作内容", "职责事项", "名称"],
    "department": ["牵头部门", "责任单位", "主管部门", "牵头单位", "责任部门", "对应部门"],
    "basis": ["依据", "实施依据", "政策依据", "法律依据", "设定依据", "法律法规依据"],
    "code": ["社区代码", "统计用区划代码", "区划代码", "代码"],
}
LISTS = [("不应", "not"), ("不得", "not"), ("不出", "not"), ("协助", "assist"), ("履职", "perform"), ("履行", "perform")]
BRACKETS = {"《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】"}
ITEM = re.compile(r"^[（(]?[\d一二三四五六七八九十]+[)）、.．]?$")
FILLED = {"perform": ["text", "basis"], "assist": ["text", "department", "basis"], "not": ["text"], "roster": []}
RULE_OF = {"text": "cell-required-empty", "department": "department-missing", "basis": "basis-missing"}


def bare(cell):
    return re.sub(r"\s", "", cell)


def columns_in(rows):
    first = [bare(cell) for cell in rows[0]]
    if not any(cell in WORDS["serial"] or cell in WORDS["code"] for cell in first):
        return {}
    columns = {}
    for cells in rows:
        for column, cell in enumerate(cells):
            for field, words in WORDS.items():
                if field not in columns and bare(cell) in words:
                    columns[field] = column
    return columns


def kind_of(sheet, above, columns):
    if "code" in columns:
        return "roster"
    words = " ".join([sheet] + [cell for row in above for cell in row])
    return next((kind for word, kind in LISTS if word in words), "perform")


def table_in(sheet, frame):
    rows = frame.values.tolist()
    for at in range(min(len(rows), 12)):
        columns = columns_in(rows[at : at + 3])
        if "serial" not in columns and "code" not in columns:
            continue
        if "text" not in columns and "code" not in columns:
            continue
        kind = kind_of(sheet, rows[:at], columns)
        items = frame.iloc[at + 1 :, list(columns.values())].copy()
        items.columns = list(columns)
        items = items.apply(lambda column: column.str.strip())
        if kind == "roster":
            return kind, columns, items[items["code"] != ""].assign(kind=kind)
        keep = items["serial"].str.match(ITEM)
        # The title of another list in the same sheet.
        words = frame.iloc[at + 1 :].agg(" ".join, axis=1)
        title = words.where(~keep & words.str.contains("清单"))
        items["kind"] = title.map(lambda text: kind_of("", [[text]], columns), na_action="ignore").ffill().fillna(kind)
        return kind, columns, items[keep]
    return None


def is_balanced(text):
    stack = []
    for mark in text:
        if mark in BRACKETS:
            stack.append(BRACKETS[mark])
        elif mark in BRACKETS.values() and (not stack or stack.pop() != mark):
            return False
    return not stack


def check_book(file, sheets, codes, findings):
    texts = {}
    for sheet, frame in sheets.items():
        table = table_in(sheet, frame)
        if table is None:
            continue
        kind, columns, items = table

        def report(rule, rows, field):
            findings.extend(
                {"file": file, "sheet": sheet, "cell": f"{chr(65 + columns[field])}{row + 1}", "rule": rule} for row in rows
            )

        for each, group in items.groupby("kind"):
            for field in FILLED[each]:
                if field in columns:
                    report(RULE_OF[field], group.index[group[field] == ""], field)
        if "basis" in columns:
            report("basis-brackets", items.index[~items["basis"].map(is_balanced).astype(bool)], "basis")
        if kind == "roster":
            report("community-code-format", items.index[~items["code"].str.match(r"^[0-9]{12}$")], "code")
            for row, code in items["code"].items():
                if code in codes:
                    report("community-code-duplicate", [row], "code")
                codes.add(code)
            continue
        numbers = pd.to_numeric(items["serial"].str.extract(r"(\d+)")[0]).dropna()
        # A list that begins anew further down.
        part = (numbers == 1).cumsum()
        again = pd.DataFrame({"number": numbers, "part": part}).duplicated()
        jump = (numbers.diff() != 1) & ~again & (numbers != 1)
        report("serial-duplicate", numbers.index[again], "serial")
        report("serial-gap", [row for row in numbers.index[jump] if row != numbers.index[0]], "serial")
        plain = items.assign(plain=items["text"].str.replace(r"[\s，。；、,.;]", "", regex=True))
        plain = plain[plain["plain"] != ""]
        twice = plain.duplicated(["kind", "plain"])
        report("duty-item-duplicate", plain.index[twice], "text")
        for row, text, kind in plain.loc[~twice, ["plain", "kind"]].itertuples():
            if text in texts and texts[text] != kind:
                report("duty-item-in-two-lists", [row], "text")
            texts.setdefault(text, kind)


def main():
    folder = pathlib.Path(sys.argv[1])
    findings, codes = [], set()
    for path in sorted(folder.rglob("*.xlsx")):
        try:
            sheets = pd.read_excel(path, sheet_name=None, header=None, dtype=str, keep_default_na=False, na_filter=False)
        except Exception:
            continue
        check_book(str(path.relative_to(folder)), {name: frame.fillna("").astype(str) for name, frame in sheets.items()}, codes, findings)
    json.dump(findings, sys.stdout, ensure_ascii=False)
    if "USAGE" in os.environ:
        used = resource.getrusage(resource.RUSAGE_SELF)
        with open(os.environ["USAGE"], "w") as out:
            json.dump({"cpu": used.ru_utime + used.ru_stime, "peakMiB": used.ru_maxrss / 1024}, out)


main()
