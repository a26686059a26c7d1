"""The documentation as a folder of HTML: these pages, and the API reference out of the docstrings (the ``docs`` extra).

    python docs/build.py [OUT]          # by default: site/

Exit code 1 where pdoc warns, where something public has no docstring, or where a link leads nowhere; CI runs it.
"""

from __future__ import annotations

import html
import inspect
import re
import shutil
import sys
import warnings
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import pdoc
import pdoc.doc
import pdoc.render
from markdown2 import markdown

import decisionnlp

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md", "docs/architecture.md", "docs/cookbook.md", "docs/evaluation.md", "docs/registers.md", "annotations/README.md",
    "annotations/guidelines.md", "annotations/adjudication.md", "annotations/marked-text.md", "CONTRIBUTING.md", "CHANGELOG.md",
)  # fmt: skip
# The surface that is kept between versions; what is not listed here may change.
MODULES = (
    "decisionnlp", "decisionnlp.document", "decisionnlp.errors", "decisionnlp.pipeline", "decisionnlp.components",
    "decisionnlp.contract", "decisionnlp.reading", "decisionnlp.extraction.deadlines", "decisionnlp.extraction.register",
    "decisionnlp.classification", "decisionnlp.summarization", "decisionnlp.export",
    "decisionnlp.privacy", "decisionnlp.models", "decisionnlp.corpus.store", "decisionnlp.corpus.records", "decisionnlp.evaluation",
    "decisionnlp.running.analysis", "decisionnlp.running.batch", "decisionnlp.running.frames", "decisionnlp.running.ledger",
    "decisionnlp.running.spark", "decisionnlp.running.spacy_examples",
)  # fmt: skip
STYLE = """body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.55 system-ui,sans-serif;color:#1c2024}
pre{overflow-x:auto;background:#f5f6f7;padding:.8rem;border-radius:.3rem}code{font-size:.92em}img{max-width:100%}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid #d5d8dc;padding:.25rem .6rem;text-align:left}
nav{border-bottom:1px solid #d5d8dc;padding-bottom:.6rem}"""


def main(target: Path) -> int:
    if target.exists():
        shutil.rmtree(target)
    problems = [*_reference(target / "api"), *_undocumented()]
    _pages(target)
    problems += _broken_links(target)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(list(target.rglob('*.html')))} pages in {target}, {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


def _reference(target: Path) -> list[str]:
    # Public names are imported on first use; pdoc looks for them in the module itself.
    for name in decisionnlp.__all__:
        setattr(decisionnlp, name, getattr(decisionnlp, name))
    pdoc.render.configure(docformat="google", footer_text=f"decisionnlp {decisionnlp.__version__}", search=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pdoc.pdoc(*MODULES, output_directory=target)
    return [f"pdoc: {warning.message}" for warning in caught if Path(warning.filename).parent.name == "pdoc"]


def _undocumented() -> list[str]:
    """Public functions and classes of the surface, and their public methods, that say nothing about themselves."""
    found = []
    for name in MODULES:
        module = import_module(name)
        if not inspect.getdoc(module):
            found.append(f"{name}: no docstring")
        members = getattr(module, "__all__", None) or [
            member for member, value in vars(module).items() if getattr(value, "__module__", None) == name
        ]
        for member in members:
            value = getattr(module, member)
            if member.startswith("_") or not (inspect.isclass(value) or inspect.isfunction(value)):
                continue
            if not (value.__doc__ or "").strip() or str(value.__doc__).startswith(f"{member}("):
                found.append(f"{name}.{member}: no docstring")
    return sorted(set(found))


def _pages(target: Path) -> None:
    for page in PAGES:
        path = target / page.replace(".md", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * page.count("/")
        text = _linked((ROOT / page).read_text(encoding="utf-8"), up)
        extras = ["fenced-code-blocks", "tables", "header-ids", "cuddled-lists", "code-friendly"]
        for name in re.findall(r"\]\(([^):#\s]+)[^)]*\)", text):  # files that a page links to, and that are no pages
            near = (ROOT / page).parent / name
            if near.is_file() and near.suffix != ".md" and not (path.parent / name).exists():
                (path.parent / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(near, path.parent / name)
        body = re.sub(r'(href="(?!https?:)[^"#]+)\.md(?=["#])', r"\1.html", markdown(text, extras=extras))
        links = " · ".join(
            f'<a href="{up}{one.replace(".md", ".html")}">{one.removesuffix(".md")}</a>' for one in PAGES
        )
        path.write_text(
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{html.escape(page)}</title><style>{STYLE}</style></head><body>\n"
            f'<nav>{links} · <a href="{up}api/decisionnlp.html">API</a></nav>\n{body}</body></html>\n',
            encoding="utf-8",
        )
    (target / "index.html").write_text('<meta http-equiv="refresh" content="0; url=README.html">\n', encoding="utf-8")


def _linked(text: str, up: str) -> str:
    """Pages that are named in running text as links to them."""
    names = "|".join(re.escape(page) for page in PAGES)
    parts = re.split(r"(^```.*?^```)", text, flags=re.DOTALL | re.MULTILINE)
    parts[::2] = [re.sub(rf"`({names})`", rf"[`\1`]({up}\1)", part) for part in parts[::2]]
    return "".join(parts)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            elif name in ("id", "name") and value:
                self.names.add(value)


def _broken_links(target: Path) -> list[str]:
    found = {}
    for path in sorted(target.rglob("*.html")):
        parser = _Links()
        parser.feed(path.read_text(encoding="utf-8"))
        found[path.resolve()] = parser
    problems = []
    for path, parser in found.items():
        for link in parser.links:
            if re.match(r"[a-z]+:", link):
                continue  # outside: CI has no business depending on other people's servers
            name, _, anchor = unquote(link).partition("#")
            goal = (path.parent / name).resolve() if name else path
            if not goal.exists() or (anchor and goal in found and anchor not in found[goal].names):
                problems.append(f"{path.relative_to(target.resolve())}: broken link {link}")
    return problems


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site")))
