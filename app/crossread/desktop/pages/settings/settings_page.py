"""All settings, made from their declarations: by group or by words, each holding at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.declared import Group
from crossread.base.translation import _, ngettext
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.settings.settings_keys import KeysEditor
from crossread.desktop.pages.settings.settings_leads import LeadRow, leads_of
from crossread.desktop.pages.settings.settings_presets import PresetRow, fits_presets
from crossread.desktop.pages.settings.settings_preview import Preview
from crossread.desktop.pages.settings.settings_rows import SettingRow, make_row
from crossread.desktop.pages.settings.settings_words import (
    GROUP_LABELS,
    GROUPS,
    fits_words,
    settings_of,
    value_label,
)
from crossread.desktop.pages.words import nothing_to_redo, nothing_to_undo
from crossread.desktop.place import Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.operations.sessions.changed import Changed

WIDEST = 680  # pixels of the rows at the default text size
NARROW = 520  # below this there is no room for a title beside the field
PREVIEW = 420  # pixels of the sample beside them
AROUND = 64 + 16 + 32  # pixels around the rows, of the bar for scrolling, and beyond the sample
_ENDLESS = 16_777_215
SHOWING_TEXTS: frozenset[Group] = frozenset({"look", "text", "reading"})


class SettingsPage(Page):
    """The settings. `Place.about` names the setting to go to, or "keys" for the keys themselves."""

    name = "settings"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._steps = around.settings_steps
        self.group: Group = "look"
        self._wanted = ""
        self.rows: dict[str, SettingRow | PresetRow] = {}
        self.keys: KeysEditor | None = None
        self._column: QVBoxLayout | None = None
        self.preview = Preview(self)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("Settings"))
        self._body.addWidget(self._area, 1000)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self.preview)
        self._beside.addStretch(1)
        self._body.addLayout(self._beside)
        self._body.addStretch(1)
        whole.addLayout(self._body, 1)
        self._show_group()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(32, 24, 32, 8)
        head.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(24)
        self._title = labels.display(_("Settings"), self)
        line.addWidget(self._title, 1)
        self.field = Field(_("Find a setting"), _("Find a setting"), self)
        self.field.textChanged.connect(self._typed)
        line.addWidget(self.field, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(line)
        options = [(group, _(GROUP_LABELS[group])) for group in GROUPS]
        self.tabs = Segmented(options, self, look="tabs", name=_("Groups of settings"))
        self.tabs.chosen.connect(self._choose)
        head.addWidget(self.tabs)
        return head

    # What is shown

    def _choose(self, group: str) -> None:
        self.group = next(one for one in GROUPS if one == group)
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._show_group()

    def _typed(self) -> None:
        self._show_group()
        if self.field.text():
            count = len(self.rows)
            told = ngettext("{count} setting", "{count} settings", count).format(count=count)
            announce(self.field, told)

    def _show_group(self) -> None:
        """Show the rows of the group, or those of all groups that hold the words typed."""
        typed = self.field.text().strip()
        self.tabs.set_value("" if typed else self.group)
        self._beside.insertWidget(0, self.preview)  # out of what is taken away now
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 12, 32, 40)
        column.setSpacing(22)
        self.rows, self.keys = {}, None
        leading = 0  # rows that lead to other pages
        for group in GROUPS if typed else (self.group,):
            found = [one for one in settings_of(group) if not typed or fits_words(one, typed)]
            presets = group == "text" and (not typed or fits_presets(typed))
            leads = leads_of(group, typed)
            if typed and (found or presets or leads):
                column.addWidget(labels.heading(_(GROUP_LABELS[group])))
            if presets:
                self.rows["preset"] = PresetRow(self._around.settings, inside)
                column.addWidget(self.rows["preset"])
            for setting in found:
                row = self.rows[setting.key] = make_row(self._around.settings, setting, inside)
                column.addWidget(row)
            for lead in leads:
                row_to = LeadRow(lead, inside)
                row_to.asked.connect(self.asked)
                column.addWidget(row_to)
            leading += len(leads)
        if typed and not self.rows and not leading:
            column.addWidget(labels.body(_("No setting speaks of that. Try another word, or fewer letters.")))
        if not typed and self.group == "keys":
            self.keys = KeysEditor(self._around.settings, inside)
            column.addWidget(self.keys, 1)
        else:
            column.addStretch(1)
        inside.setMaximumWidth(theme.current().scaled(WIDEST) + 64)
        self._column = column
        self._place_preview()
        holder = QWidget()
        row_of_all = QHBoxLayout(holder)
        row_of_all.setContentsMargins(0, 0, 0, 0)
        row_of_all.addWidget(inside, 1000)
        row_of_all.addStretch(1)
        before = self._area.takeWidget()
        self._area.setWidget(holder)
        if before is not None:  # it goes once nothing is at work in it: a click in it may have led here
            before.setParent(self)
            before.hide()
            before.deleteLater()

    def go_to(self, place: Place) -> None:
        """Show the row of a setting, or the keys."""
        wanted = place.about
        for group in GROUPS:
            if (
                wanted == group
                or (wanted, group) == ("preset", "text")
                or any(one.key == wanted for one in settings_of(group))
            ):
                self._choose(group)
        self._wanted = wanted

    def enter(self) -> None:
        """Put the focus on the setting that one came for, else on the groups."""
        row = self.rows.get(self._wanted)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(row)
        elif self._wanted == "keys" and self.keys is not None:
            self.keys.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, what: Changed) -> None:
        """Show the values in force."""
        if what.what & {"settings", "looks"}:
            for row in self.rows.values():
                row.read()
            self._arrange()

    # Keys

    def deeds(self) -> dict[str, Deed]:
        """Return what the page's keys do."""
        return {"find": self._find, "settings-undo": self._undo, "settings-redo": self._redo}

    def _undo(self) -> None:
        self._stepped(self._steps.undo(), nothing_to_undo())

    def _redo(self) -> None:
        self._stepped(self._steps.redo(), nothing_to_redo())

    def _stepped(self, changed: tuple[str, ...] | None, nothing: str) -> None:
        """Go to the setting that a step changed, and say what it is now."""
        if not changed:
            announce(self, nothing)
            return
        if changed[0] not in self.rows:
            self.go_to(Place("settings", about=changed[0]))
        self._wanted = changed[0]
        self.enter()
        known = {one.key: one for group in GROUPS for one in settings_of(group)}
        values = self._around.settings
        told = [
            f"{_(known[key].label)}: {value_label(known[key], values[known[key]])}"
            for key in changed
            if key in known
        ]
        announce(self, ". ".join(told) or _("The keys are changed back."))

    def _find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        first = next(iter(self.rows.values()), None)
        return [self.field, self.tabs, *([first] if first else []), *([self.keys.field] if self.keys else [])]

    # The form

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sample beside the rows or above them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        now = theme.current()
        self._title.setVisible(self.width() >= now.scaled(NARROW))
        widest = now.scaled(WIDEST) + now.scaled(PREVIEW) + AROUND  # the same for all groups: none moves
        beside = max(0, (self.width() - widest) // 2)
        self._whole.setContentsMargins(beside, 0, beside, 0)
        if self._column is not None:
            self._place_preview()

    def _place_preview(self) -> None:
        """Put the sample beside the rows; where there is no room, above them, to scroll with them."""
        now = theme.current()
        beside = self.width() >= now.scaled(WIDEST) + now.scaled(PREVIEW)
        texts = {"preset", *(one.key for group in SHOWING_TEXTS for one in settings_of(group))}
        shown = bool(texts & set(self.rows))
        if beside:
            self._beside.insertWidget(0, self.preview)
            self.preview.setFixedSize(now.scaled(PREVIEW), now.scaled(400))
        elif self._column is not None:
            self._column.insertWidget(0, self.preview)
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(_ENDLESS)
            self.preview.setFixedHeight(now.scaled(190))
        # What is changed and what shows it stand side by side, however wide the window is.
        self._area.setMaximumWidth(now.scaled(WIDEST) + 64 + 16 if beside else _ENDLESS)
        set_margins(self._beside, 0, 12, 32 if beside and shown else 0, 12)
        self.preview.setVisible(shown)
