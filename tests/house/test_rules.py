"""Rules of the house that the import linter cannot see, read off the syntax trees."""

import ast
import re

from tests.house.source import ROOT, Source, calls, dotted, sources

CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")
MAKE_TASKS = frozenset(
    {
        "desktop/ui/kit/tasks.py",
        "desktop/app/loop.py",
        "desktop/services/sync/engine.py",  # one task from start to stop, and its alarm
        "desktop/services/video/thread.py",  # what runs beside on its own loop, and ends with it
        "desktop/services/video/gateway/providers/janus_line.py",  # a line is read beside its use
        "desktop/services/video/gateway/application.py",  # one task from start to stop, on its own loop
    }
)
FRENCH = re.compile(r"[àâçèéêëîïôûùœÀÉÈ«»]| (le|la|les|une|des|du|pas|vous|est) ")


def in_every_file(check):
    """One test that holds a rule over every file, and names each that breaks it."""

    def test():
        broken = []
        for source in sources():
            try:
                check(source)
            except AssertionError as error:
                broken.append(f"{source.name}: {error}")
        assert not broken, "\n".join(broken)

    test.__name__ = check.__name__
    test.__doc__ = check.__doc__
    return test


def _room(source: Source) -> str:
    return source.name.removeprefix("desktop/").split("/")[0]


@in_every_file
def test_every_module_says_what_it_is_for(source):
    assert ast.get_docstring(source.tree), source.name


@in_every_file
def test_no_modal_loop(source):
    assert [name for name, _ in calls(source) if name.endswith((".exec", ".exec_"))] == []


@in_every_file
def test_style_sheets_are_set_by_the_theme_alone(source):
    if source.name != "desktop/ui/kit/theme.py":
        assert [name for name, _ in calls(source) if name.endswith(".setStyleSheet")] == []


@in_every_file
def test_tasks_are_made_by_the_funnel_alone(source):
    if source.name not in MAKE_TASKS:
        made = [
            name for name, _ in calls(source) if name.endswith(("create_task", "ensure_future"))
        ]
        assert made == []


@in_every_file
def test_time_and_chance_come_from_the_clock_alone(source):
    if source.name == "desktop/services/clock.py":
        return
    assert [
        name for name, _ in calls(source) if name in CLOCKS or name.endswith("datetime.now")
    ] == []
    assert source.imports() & {"uuid", "secrets"} == set()
    if "random" in source.imports():
        # A seeded generator makes the same world each time: that is no chance.
        assert {name for name, _ in calls(source) if name.startswith("random.")} <= {
            "random.Random"
        }


@in_every_file
def test_the_domain_is_pure(source):
    if _room(source) != "domain":
        return
    banned = {"PySide6", "sqlalchemy", "asyncio", "logging", "random", "time", "httpx", "pathlib"}
    assert {name.split(".")[0] for name in source.imports()} & banned == set()


@in_every_file
def test_services_know_no_qt_and_screens_no_sql(source):
    roots = {name.split(".")[0] for name in source.imports()}
    if _room(source) in {"services", "domain", "admin", "config"}:
        assert roots & {"PySide6", "qasync"} == set()
    if "services/store/" not in source.name and "admin/" not in source.name:
        assert roots & {"sqlalchemy", "sqlcipher3", "sqlite3"} == set()


@in_every_file
def test_each_way_outside_has_one_door(source):
    roots = {name.split(".")[0] for name in source.imports()}
    if source.name != "desktop/services/gateways/http.py":
        assert "httpx" not in roots
    if "services/video/" not in source.name:
        assert "aiohttp" not in roots
    if "services/store/shared/" not in source.name and "admin/" not in source.name:
        assert "psycopg" not in roots


@in_every_file
def test_view_models_know_no_widgets_and_no_views(source):
    if "viewmodel" not in source.path.name:
        return
    assert [name for name in source.imports() if name.startswith("PySide6.QtWidgets")] == []
    siblings = {
        name.split(".")[3]
        for name in source.imports()
        if name.startswith("desktop.ui.") and name.count(".") >= 3 and name.split(".")[2] != "kit"
    }
    assert [name for name in siblings if "view" in name and "viewmodel" not in name] == []


@in_every_file
def test_colours_come_from_tokens_alone(source):
    if source.name.startswith("desktop/ui/kit/"):
        return
    found = [
        node.value
        for node in source.walk(ast.Constant)
        if isinstance(node.value, str)
        and re.fullmatch(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?", node.value)
    ]
    assert found == []


@in_every_file
def test_translations_are_written_in_full(source):
    """`translate("Context", "text")` with two literals: what lupdate can read."""
    for name, call in calls(source):
        if name.endswith("translate") and "QCoreApplication" in name:
            assert all(isinstance(arg, ast.Constant) for arg in call.args[:2]), (
                f"{source.name}:{call.lineno}"
            )
    aliases = [name for name in source.imports() if name.endswith("QCoreApplication.translate")]
    assert aliases == []


@in_every_file
def test_words_for_people_are_in_the_rooms_for_them(source):
    """Below the screens nothing speaks French but what the administrator reads."""
    if _room(source) not in {"domain", "services", "config"} or "/versions/" in source.name:
        return
    docstrings = {
        id(node.value) for node in source.walk(ast.Expr) if isinstance(node.value, ast.Constant)
    }
    found = [
        node.value
        for node in source.walk(ast.Constant)
        if isinstance(node.value, str)
        and id(node) not in docstrings
        and FRENCH.search(node.value)
        and " " in node.value
    ]
    assert found == [] or source.name in WORDS_ALLOWED


WORDS_ALLOWED = frozenset(
    {
        "desktop/domain/note_words.py",  # the lexicon of the note's check
        "desktop/services/synthetic.py",  # names of invented products
    }
)
"""Files whose data are words."""


@in_every_file
def test_names_are_the_fields_own(source):
    banned = re.compile(r"(Manager|Handler|Helper|Utils?|Base|Logic)$")
    assert [node.name for node in source.walk(ast.ClassDef) if banned.search(node.name)] == []
    assert source.path.stem not in {"utils", "helpers", "common", "misc", "base", "logic"}


@in_every_file
def test_no_comment_banners(source):
    assert re.findall(r"^\s*#\s*[-=*#]{4,}", source.text, re.MULTILINE) == []


def test_every_exception_to_a_check_gives_its_reason():
    excuse = re.compile(r"# (noqa(?!: \w+(, \w+)* - \w)|type: ignore(?!\[[\w, -]+\] # \w)).*")
    found = [
        f"{source.name}: {said[0]}"
        for source in (*sources(), *sources("tests"))
        if source.name != "tests/house/test_rules.py"
        for said in excuse.finditer(source.text)
    ]
    assert found == []


def test_tests_use_no_mock_library():
    users = [source.name for source in sources("tests") if "unittest.mock" in source.imports()]
    assert users == []


def test_architecture_is_short():
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 150
    for decision in (ROOT / "docs" / "decisions").glob("*.md"):
        assert len(decision.read_text(encoding="utf-8").splitlines()) <= 40, decision.name


def test_dotted_names_are_read():
    tree = ast.parse("a.b.c()").body[0]
    assert dotted(tree.value.func) == "a.b.c"
