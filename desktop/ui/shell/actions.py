"""Everything that can be done, as data: one registry gives each action its key, and runs it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.ui.shell import key_rules
from desktop.ui.shell.key_rules import KeyProblem
from desktop.ui.shell.keyboard import Keyboard


def always() -> bool:
    """Say yes: an action that can be run at any time."""
    return True


class Group(StrEnum):
    """Under which heading an action stands in lists of keys."""

    GO = "go"
    CUSTOMER = "customer"
    GUIDE = "guide"
    CONTACT = "contact"
    ME = "me"
    WINDOW = "window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that the person can do from anywhere in the window."""

    id: str
    title: Callable[[], str]
    """Words for it, in the language in force."""
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    """Portable sequences ("Ctrl+Return"); the first is the one that is shown."""
    enabled: Callable[[], bool] = always
    """Asked at each press; while it says no, the key goes to whatever has the focus."""
    group: Group = Group.WINDOW
    listed: bool = True
    """Whether the palette offers it."""
    repeats: bool = False
    """Whether holding the key down does it again and again."""
    icon: str = ""
    over_forms: bool = False
    """Whether its key works while a form lies over the window: a call is not kept waiting by one."""


class KeyClash(Exception):
    """Two actions want the same key: a bug, told at start-up with both names."""

    def __init__(self, key: str, first: str, second: str) -> None:
        super().__init__(f"{key} is wanted by both {first} and {second}")
        self.key = key
        self.first = first
        self.second = second


class UnfitKey(Exception):
    """An action was written with a key that none may have."""

    def __init__(self, key: str, action: str, problem: KeyProblem) -> None:
        super().__init__(f"{action} may not have {key}: {problem}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a key was not given; `other` is the action that has it, if one does."""

    problem: KeyProblem
    other: Action | None = None


class Actions(QObject):
    """The registry: keys are those of the actions unless the person chose others.

    Deleted, it takes its keys off the window: somebody else may sign in there.
    """

    changed = Signal()
    """Some action has another key."""
    ran = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, Action] = {}
        self._own: dict[str, str] = {}
        self._holders: dict[str, str] = {}
        self._shortcuts: list[QShortcut] = []
        self._keyboard = Keyboard(window, self, self._ready, self.press, self._over_forms)
        shortcuts = self._shortcuts
        self.destroyed.connect(lambda: _take_off(shortcuts))

    def add(self, actions: Iterable[Action]) -> None:
        """Take more actions. Raises KeyClash or UnfitKey for what only a bug explains."""
        known = set(self._holders)
        for action in actions:
            if action.id in self._actions:
                raise KeyClash("id", action.id, action.id)
            for key in map(key_rules.normal, action.keys):
                problem = key_rules.problem_of(key)
                if problem is not None:
                    raise UnfitKey(" ".join(action.keys), action.id, problem)
                self._hold(key, action.id)
            self._actions[action.id] = action
        self._lay(key for key in self._holders if key not in known)

    def all(self) -> tuple[Action, ...]:
        """Return the actions, in the order in which they were added."""
        return tuple(self._actions.values())

    def get(self, action_id: str) -> Action:
        """Return an action; KeyError when there is none."""
        return self._actions[action_id]

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """Return the keys in force, the one to show first."""
        if action_id in self._own:
            return (self._own[action_id],) if self._own[action_id] else ()
        return tuple(key_rules.normal(key) for key in self._actions[action_id].keys)

    def run(self, action_id: str) -> bool:
        """Do it if it can be done now; tell whether it was."""
        action = self._actions[action_id]
        if not action.enabled():
            return False
        action.run()
        self.ran.emit(action_id)
        return True

    def press(self, key: str) -> bool:
        """Run the action that has the normal form `key`; False when none has, or it cannot be run."""
        holder = self._holders.get(key)
        return holder is not None and self.run(holder)

    def overrides(self) -> dict[str, str]:
        """Return the person's own keys by action, to be kept; "" is an action without a key."""
        return dict(self._own)

    def set_overrides(self, chosen: Mapping[str, str]) -> tuple[str, ...]:
        """Put kept keys in force; return the actions whose key no longer fits and was left aside."""
        self._own = {}
        dropped = [one for one, key in chosen.items() if self._refused(one, key) is not None]
        for action_id in chosen:
            if action_id not in dropped:
                self._own[action_id] = key_rules.normal(chosen[action_id])
        while (clash := _clash(self._actions, self._own, self.keys_of)) is not None:
            dropped.append(clash)
            del self._own[clash]
        self._rebuild()
        return tuple(dropped)

    def change(self, action_id: str, key: str) -> Refusal | None:
        """Give an action `key` in the place of its own ("" for none); return why not, if not."""
        wanted = key_rules.normal(key)
        refusal = self._refused(action_id, key)
        if refusal is None and self._holders.get(wanted, action_id) != action_id:
            refusal = Refusal(KeyProblem.TAKEN, self._actions[self._holders[wanted]])
        if refusal is None:
            self._own[action_id] = wanted
            self._rebuild()
        return refusal

    def reset(self, action_id: str) -> Refusal | None:
        """Give an action its first keys again; refused while another action has one of them."""
        for key in map(key_rules.normal, self._actions[action_id].keys):
            if self._holders.get(key, action_id) != action_id:
                return Refusal(KeyProblem.TAKEN, self._actions[self._holders[key]])
        self._own.pop(action_id, None)
        self._rebuild()
        return None

    def reset_all(self) -> None:
        """Give every action its first keys again."""
        self._own = {}
        self._rebuild()

    def _refused(self, action_id: str, key: str) -> Refusal | None:
        if action_id not in self._actions:
            return Refusal(KeyProblem.NONE)
        problem = key_rules.problem_of(key_rules.normal(key)) if key else None
        return None if problem is None else Refusal(problem)

    def _hold(self, key: str, action_id: str) -> None:
        first = self._holders.setdefault(key, action_id)
        if first != action_id:
            raise KeyClash(key, first, action_id)

    def _rebuild(self) -> None:
        before = self._holders
        self._holders = {key: one for one in self._actions for key in self.keys_of(one)}
        if self._holders != before:
            self._listen()
        self.changed.emit()

    def _listen(self) -> None:
        _take_off(self._shortcuts)
        self._lay(self._holders)

    def _lay(self, keys: Iterable[str]) -> None:
        self._shortcuts += [
            self._shortcut(key, variant, self._holders[key])
            for key in keys
            for variant in key_rules.variants(key)
        ]

    def _shortcut(self, key: str, variant: str, holder: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(variant), self._window)
        shortcut.setAutoRepeat(self._actions[holder].repeats)
        shortcut.activated.connect(lambda: self.press(key))
        return shortcut

    def _over_forms(self, key: str) -> bool:
        holder = self._holders.get(key)
        return holder is not None and self._actions[holder].over_forms

    def _ready(self, key: str) -> bool | None:
        """Tell whether `key` would run something now; None when no action has it."""
        holder = self._holders.get(key)
        return None if holder is None else self._actions[holder].enabled()


def _clash(
    actions: Iterable[str], own: Mapping[str, str], keys_of: Callable[[str], tuple[str, ...]]
) -> str | None:
    """Return an action whose own key another has as well, or None."""
    seen: dict[str, str] = {}
    for action_id in actions:
        for key in keys_of(action_id):
            first = seen.setdefault(key, action_id)
            if first != action_id:
                return action_id if action_id in own else first
    return None


def _take_off(shortcuts: list[QShortcut]) -> None:
    for shortcut in shortcuts:
        if isValid(shortcut):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
    shortcuts.clear()
