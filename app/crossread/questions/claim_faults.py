"""What can be wrong with a claim of claims.yaml, beyond what its types say."""

from collections.abc import Iterator, Sequence

from crossread.base.translation import _
from crossread.questions.claims import Claim, Relation, Statement
from crossread.questions.faults import passage_faults, repeated
from crossread.questions.kind import Fault

_TOGETHER: frozenset[Relation] = frozenset({"agree", "differ", "contradict", "shared-origin"})

MOST_STATEMENTS = 20  # pairing more of them with what is seen takes long


def claim_faults(claim: Claim) -> list[Fault]:
    """Find what is wrong with a claim; `at` of each fault is the way to it within the claim."""
    found: list[Fault] = []
    if not claim.id.strip():
        found.append(Fault(("id",), "error", "no-id", _("The claim has no id.")))
    if not claim.claim.strip():
        message = _("The claim says nothing. Write a statement that can be checked.")
        found.append(Fault(("claim",), "error", "no-text", message))
    if not claim.cells:
        message = _("No source has a cell here. Write what each of them says, or that it is silent.")
        found.append(Fault(("cells",), "error", "no-cell", message))
    for source, statements in claim.cells.items():
        found.extend(_cell_faults(("cells", source), source, statements))
    found.extend(_relation_faults(claim))
    if claim.overtaken is not None:
        for key, given in (("when", claim.overtaken.when), ("by", claim.overtaken.by)):
            if not given.strip():
                message = _("The key “{key}” has nothing after it.").format(key=key)
                found.append(Fault(("overtaken", key), "error", "empty", message))
    return found


def _cell_faults(at: tuple[str | int, ...], source: str, statements: Sequence[Statement]) -> Iterator[Fault]:
    if not statements:
        message = _("This cell is empty. If the source says nothing on it, write [{stance: silent}].")
        yield Fault(at, "error", "empty-cell", message)
    if len(statements) > MOST_STATEMENTS:
        message = _("A source says at most {most} things on one claim, not {count}. Make several claims.")
        message = message.format(most=MOST_STATEMENTS, count=len(statements))
        yield Fault(at, "error", "too-many-statements", message)
    before: set[tuple[str, str, str]] = set()
    for number, statement in enumerate(statements):
        if statement.stance == "silent":
            yield from _silence_faults((*at, number), statement, alone=len(statements) == 1)
        else:
            yield from _statement_faults((*at, number), statement)
        said = (statement.stance, statement.says, statement.whom)
        if said in before:
            message = _("The source says this twice. Put the passages under one, or say how they differ.")
            yield Fault((*at, number), "error", "statement-twice", message)
        before.add(said)
        for place, passage in enumerate(statement.passages):
            yield from passage_faults((*at, number, "passages", place), passage.of(source))


def _silence_faults(at: tuple[str | int, ...], statement: Statement, *, alone: bool) -> Iterator[Fault]:
    if not alone:
        message = _("A source that says something is not silent. Leave the silence out.")
        yield Fault(at, "error", "silent-and-not", message)
    for key in ("says", "whom", "passages", "own", "anonymous"):
        if getattr(statement, key):
            message = _("A silent source has no “{key}”. Choose another stance, or leave it out.")
            yield Fault((*at, key), "error", "silence-speaks", message.format(key=key))
    for number in repeated(statement.because):
        message = _("“{id}” is named twice. Leave one out.").format(id=statement.because[number])
        yield Fault((*at, "because", number), "error", "named-twice", message)
    if statement.because and not statement.explanation.strip():
        message = _("Without an explanation the feedback teaches nothing. Add the key “explanation”.")
        yield Fault((*at, "explanation"), "warning", "no-explanation", message)
    if statement.could == "yes" and "knowledge" in statement.because:
        message = _("The source could have known, so “knowledge” explains nothing. Mend one of the two.")
        yield Fault((*at, "because"), "error", "could-know", message)


def _statement_faults(at: tuple[str | int, ...], statement: Statement) -> Iterator[Fault]:
    if not statement.passages:
        message = _("No passage shows this. Add the words in which the source says it.")
        yield Fault(at, "warning", "no-passage", message)
    if statement.could:
        message = _("Whether a source could have known is asked where it is silent. Leave “could” out.")
        yield Fault((*at, "could"), "error", "could-not-silent", message)
    if statement.because or statement.explanation.strip():
        message = _("Only a silence has “because” and “explanation”. Leave them out.")
        key = "because" if statement.because else "explanation"
        yield Fault((*at, key), "error", "because-not-silent", message)
    if statement.own and statement.whom.strip():
        message = _("What a source saw itself is on nobody else's word. Leave “own” or “whom” out.")
        yield Fault((*at, "own"), "error", "own-of-other", message)
    if (statement.stance == "reports" or statement.anonymous) and not statement.whom.strip():
        message = _("Whose word does the source pass on? Say so in “whom”.")
        yield Fault(at, "warning", "no-whom", message)


def _relation_faults(claim: Claim) -> Iterator[Fault]:
    stances = {
        source: {statement.stance for statement in statements} - {"silent"}
        for source, statements in claim.cells.items()
    }
    speaking = [source for source, seen in stances.items() if seen]
    message = ""
    if claim.relation == "only-one" and len(speaking) != 1:
        message = _("The relation is “only-one”, but this many sources speak of it: {count}.")
    elif claim.relation in _TOGETHER and len(speaking) < 2:
        message = _(
            "This relation takes two or more sources that speak of it. Here it is this many: {count}."
        )
    if message and claim.cells:
        yield Fault(("relation",), "error", "relation-not-so", message.format(count=len(speaking)))
    if claim.relation == "agree":
        deny = [source for source in speaking if "denies" in stances[source]]
        if deny and len(deny) < len(speaking):
            message = _("The relation is “agree”, but “{source}” denies what another says.")
            yield Fault(("relation",), "warning", "relation-doubtful", message.format(source=deny[0]))
