"""Steps that can be taken back: what is done in one visit to a field is one of them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.commands import Command, Judge
from crossread.inquiry.comparison import Judgement
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.taking_back import TakingBack
from tests.inquiry.making import PACK

OPENED = OpenPack(PACK)
ABOUT = "silence/wind/log"
VISITS = st.lists(st.tuples(st.sampled_from(["", "one", "two"]), st.text("ab", max_size=3)), max_size=12)


class Desk:
    """A state that commands change; what they are decided on is left out."""

    def __init__(self) -> None:
        self.state = InquiryState(pack="any")
        self.steps = TakingBack(self._decide)

    def _decide(self, _opened: OpenPack, command: Command) -> bool:
        assert isinstance(command, Judge)
        if command.judgement.text == self.text():
            return False
        self.state = replace(self.state, judgements={ABOUT: command.judgement})
        return True

    def text(self) -> str:
        said = self.state.judgements.get(ABOUT)
        return said.text if said else ""

    def say(self, text: str, visit: str) -> None:
        said = Judge(judgement=Judgement(about=ABOUT, text=text))
        self.steps.do(self.state, OPENED, said, visit)


@given(said=VISITS)
def test_each_visit_is_one_step_and_each_other_deed_its_own(said: list[tuple[str, str]]) -> None:
    desk = Desk()
    stood, last = [""], ""
    for visit, text in said:
        before = desk.text()
        desk.say(text, visit)
        if text != before:
            if visit and visit == last and len(stood) > 1:
                stood[-1] = text
            else:
                stood.append(text)
            last = visit
    for text in reversed(stood[:-1]):
        if desk.text() != text:
            desk.steps.undo(desk.state)
            assert desk.text() == text
