"""Export: what is kept, as files that one takes along; of all learners with the teacher word."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.translation import _
from crossread.desktop.learners.asking_teacher import TeacherField
from crossread.desktop.pages.handing_on.file_on_its_way import FileOnItsWay
from crossread.desktop.pages.handing_on.offer_card import OfferCard
from crossread.desktop.pages.handing_on.offers import KINDS, OF_ALL, OFFERS, Offer
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.save_as import ask_where, file_name, with_ending
from crossread.desktop.place import PROGRESS
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.desktop.widgets.frames.steady_bar import keep_room
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.desktop.widgets.pressing.elided_button import ElidedButton
from crossread.operations.handing_on.exported_pieces import Form, Order
from crossread.operations.handing_on.exporting import Exporting, export
from crossread.operations.handing_on.running import Running
from crossread.operations.learners.learners import learners, read_learner
from crossread.operations.learners.teacher_word import TeacherWord

WIDEST = 720  # pixels at the default text size


class HandOnPage(Page):
    """What can be handed on."""

    name = "hand-on"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._folders = DataFolders(around.session.data_folder)
        self._pack = ""
        self.last = Path.home()  # the folder that was chosen last
        self._pressed: QPushButton | None = None
        self._is_told = True
        self.cards: list[OfferCard] = []
        scrolled = QWidget(self)
        self._area = CentredColumn(_("Export"), scrolled, widest=WIDEST, spacing=12, reached=True)
        keep_room(self._area)
        self._fill(self._area.inside, self._area.column)
        self._area.put_together()
        self.file = FileOnItsWay(WIDEST, self)
        self.file.ended.connect(self._ended)
        self.file.close_button.clicked.connect(self._close_file)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addWidget(self.file)  # below what is scrolled: nothing moves under the pointer

    def _fill(self, inside: QWidget, column: QVBoxLayout) -> None:
        self._back = plain(_("‹ How it is going"), inside)
        self._back.clicked.connect(self._to_progress)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("Export"), inside))
        told = _(
            "Files that you take along. Each goes where you put it and nowhere else; whoever has it can read "
            "it. Results that are not shown yet stay held back."
        )
        column.addWidget(labels.body(told, inside))
        if self._around.seats.taken.is_guest:
            told = _(
                "You read as a guest: nothing of you is kept here. A file that you write stays where you put "
                "it, with your answers in it, after you have gone."
            )
            column.addWidget(labels.strong(told, inside))
        self.of_pack = ElidedButton(inside, look="plain")
        self.of_pack.clicked.connect(self._choose_pack)
        column.addWidget(self.of_pack, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        for offer in OFFERS:
            self._add(offer, column, inside)
        self._fill_of_all(column, inside)
        column.addStretch(1)
        self._take_pack("")

    def _fill_of_all(self, column: QVBoxLayout, inside: QWidget) -> None:
        """Offer tables of all learners to whoever has the teacher word."""
        self._word = TeacherWord(self._folders, self._around.clock)
        self.all = QWidget(inside)
        held = QVBoxLayout(self.all)
        held.setContentsMargins(0, 16, 0, 0)
        held.setSpacing(12)
        held.addWidget(labels.heading(_("For teachers"), self.all))
        self.teacher = TeacherField(self._word, self._word.is_set, self.all)
        self.no_word = labels.body(
            _("Tables of all learners need the teacher word. It is set under “Learners”."), self.all
        )
        held.addWidget(self.no_word)
        held.addWidget(self.teacher)
        for offer in OF_ALL:
            self._add(offer, held, self.all)
        column.addWidget(self.all)

    def _add(self, offer: Offer, column: QVBoxLayout, parent: QWidget) -> None:
        card = OfferCard(offer, parent)
        card.asked.connect(self._hand_on)
        self.cards.append(card)
        column.addWidget(card)

    # Of which pack

    def _choose_pack(self) -> None:
        menu = ListMenu(_("Of which pack"), self.of_pack)
        packs = [(pack.id, pack.title) for pack in self._around.session.shelf()]
        menu.add([("", _("All packs")), *packs], self._pack)
        menu.picked.connect(self._take_pack)
        menu.open_below(self.of_pack)

    def _take_pack(self, pack: str) -> None:
        self._pack = pack
        titles = {one.id: one.title for one in self._around.session.shelf()} if pack else {}
        name = titles.get(pack, pack) if pack else _("all packs")
        self.of_pack.set_whole(_("Report and answers: {pack}").format(pack=name), " ▾")

    # Writing

    def _hand_on(self, offer: Offer, form: Form) -> None:
        if self.file.is_on_its_way or (offer.of_all and not self.teacher.is_right()):
            return
        reader = read_learner(self._around.session.learner_folder)
        name = file_name(_(offer.name).format(name=reader.shown), form, offer.what)
        chosen = ask_where(self, _("Export"), self.last / name, _(KINDS[form]))
        if chosen is None:
            return
        path = with_ending(chosen, form)
        self.last = path.parent
        exporting = Exporting(
            folders=self._folders,
            settings=self._around.settings,
            clock=self._around.clock,
            learners=learners(self._folders) if offer.of_all else [reader],
            running=Running(),
        )
        self._pressed = next(card.buttons[form] for card in self.cards if card.offer is offer)
        order = Order(what=offer.what, form=form, pack=self._pack if offer.by_pack else "")
        self.file.begin(exporting.running, path.name)
        # First the focus goes elsewhere: no button is ever disabled under it.
        self.file.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let(may=False)
        # The dialog asked about the name that was chosen, not about one that got its ending here.
        export(self._around.session, exporting, order, path, self._written, replace=path == chosen)

    def _written(self, result: Path | Expected) -> None:
        self.file.end(result)

    def _ended(self) -> None:
        self._let(may=True)
        self._is_told = self.isVisible()  # what came to an end meanwhile is told to whoever comes back
        shown = self.file.show_folder
        if self.isVisible():
            (shown if shown.isVisible() else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_file(self) -> None:
        (self._pressed or self._back).setFocus(Qt.FocusReason.OtherFocusReason)
        self.file.hide()

    def _let(self, *, may: bool) -> None:
        for card in self.cards:
            card.let(may=may)

    # Coming and going

    def _to_progress(self) -> None:
        self.asked.emit(PROGRESS)

    def enter(self) -> None:
        """Show what can be handed on now."""
        self._area.fit()
        self.file.fit(self._area.verticalScrollBar().sizeHint().width())
        if self._is_told and not self.file.is_on_its_way:
            self.file.hide()
        self.all.setVisible(len(learners(self._folders)) > 1)
        self.no_word.setVisible(not self._word.is_set())
        for card in self.cards:
            card.setVisible(not card.offer.of_all or self._word.is_set())
        self.teacher.see()
        self._let(may=not self.file.is_on_its_way)
        self._take_pack(self._pack)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self._back, self._area, self.file]

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of all that is offered, in their order."""
        return [button for card in self.cards for button in card.buttons.values()]
