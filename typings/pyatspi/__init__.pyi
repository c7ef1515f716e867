from collections.abc import Iterator

STATE_FOCUSABLE: int
STATE_FOCUSED: int
STATE_SHOWING: int
STATE_VISIBLE: int
STATE_ENABLED: int
STATE_SENSITIVE: int
STATE_CHECKED: int
STATE_EDITABLE: int

class StateSet:
    def contains(self, state: int) -> bool: ...

class Action:
    nActions: int
    def getName(self, index: int) -> str: ...
    def doAction(self, index: int) -> bool: ...

class EditableText:
    def setTextContents(self, contents: str) -> bool: ...

class Accessible:
    name: str
    description: str
    parent: Accessible
    def __iter__(self) -> Iterator[Accessible | None]: ...
    def getRoleName(self) -> str: ...
    def getState(self) -> StateSet: ...
    def queryAction(self) -> Action: ...
    def queryEditableText(self) -> EditableText: ...

class Registry:
    @staticmethod
    def getDesktop(index: int) -> Accessible: ...
