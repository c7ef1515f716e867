"""What each file, table and column that the program keeps of a learner holds, in one plain sentence each."""

from collections.abc import Mapping

from crossread.base.errors import N_

# Below the data folder; ID is the learner's random number.
FILES: Mapping[str, str] = {
    "settings.toml": N_("How the window looks and works, and who was here last."),
    "teacher.toml": N_("A hash of the teacher’s word, where there is one; the word itself is kept nowhere."),
    "learners/ID/learner.toml": N_(
        "The name or code, the picture, and a hash of the pattern if there is one."
    ),
    "learners/ID/settings.toml": N_("The learner’s own settings."),
    "learners/ID/record.sqlite": N_("Everything remembered of the learner: the tables below."),
    "learners/ID/answers-*.log": N_(
        "The same entries a second time, one a line, to bring damaged ones back."
    ),
    "learners/ID/backups/": N_("Earlier states of the record, each checked."),
    "guests/": N_("What a guest does, until they go; then it is removed."),
    "packs/": N_("Packs that were added, and for two weeks those that were removed; nothing of a learner."),
    "originals/": N_("The authors’ own texts that were added; nothing of a learner."),
    "layers/": N_("Sets of highlights and notes by others that were added."),
    "library.sqlite": N_("What the library shows of packs; nothing of a learner, and can be deleted."),
    "cache/": N_("Packs made ready to open; nothing of a learner, and can be deleted."),
    "crashes/": N_("Reports of errors of the program, which may name files; nothing is sent."),
}

TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "entries": (
        N_("One row for each thing that happened, in order; rows are added and never changed."),
        {
            "seq": N_("The number of the entry, from 1, without gaps."),
            "id": N_("A random number of its own."),
            "session": N_("A random number for each time that the program was open."),
            "at": N_("When it happened, in UTC (ISO 8601)."),
            "monotonic": N_("Seconds by a clock that only grows, to put one session in order."),
            "kind": N_("What happened: one of the kinds below."),
            "pack": N_("The id of the pack, or nothing."),
            "pack_version": N_("The version of the pack."),
            "question": N_("The id of the question, or nothing."),
            "seen_digest": N_("The name of what was on the screen, in the table seen."),
            "key_digest": N_("The name of the answer key of then, in the table seen."),
            "attempt": N_("Which attempt at the stage, from 1; 0 where it belongs to none."),
            "payload": N_("What its kind tells besides, as JSON: see below."),
            "checksum": N_("A number over this row and the one before, by which damage is found."),
        },
    ),
    "seen": (
        N_("What was on the screen with an answer, each once: question, key and explanation of then."),
        {
            "digest": N_("Its name: a hash of its content."),
            "value": N_("The content, as JSON."),
        },
    ),
    "drafts": (
        N_("What is not given yet: answers and words in work, and where you were."),
        {
            "key": N_("What it is of."),
            "value": N_("The draft, as JSON."),
            "checksum": N_("A number over the row, by which damage is found."),
        },
    ),
    "meta": (
        N_("The record’s notes to itself, such as how far it was checked."),
        {
            "key": N_("The name of the note."),
            "value": N_("The note."),
            "checksum": N_("A number over the row, by which damage is found."),
        },
    ),
    "logs": (
        N_("Which of the second files were compared with the record."),
        {
            "name": N_("The name of the file."),
            "bytes": N_("How much of it was compared."),
        },
    ),
    "projections": (
        N_("What the entries come to, such as how far you are; it is worked out anew where it is missing."),
        {
            "name": N_("What is worked out."),
            "version": N_("By which version of the program’s rules."),
            "seq": N_("Up to which entry."),
            "counted": N_("The checksum of that entry."),
            "value": N_("The result, as JSON."),
            "checksum": N_("A number over the row, by which damage is found."),
        },
    ),
}

# The keys of drafts, by what they begin with.
DRAFTS: Mapping[str, str] = {
    "answer/": N_("An answer that is being worked at, by pack and question."),
    "typed/": N_("Words that are being typed, by pack and field."),
    "kept/": N_("What the program has worked out to show it sooner, such as how many questions come back."),
    "place/": N_("Where you were in a pack, and how its page was arranged."),
    "far/": N_("How many required questions of a pack are answered."),
}

# The keys of the file of everything about one learner (JSON).
EVERYTHING: Mapping[str, str] = {
    "format": N_("What kind of file it is: crossread-everything."),
    "version": N_("The version of this form of file."),
    "made_at": N_("When it was written (ISO 8601)."),
    "learner": N_("The learner’s id, and name or code."),
    "drafts": N_("What is not given yet, by its key."),
    "entries": N_(
        "Everything that happened, one a line, with the columns of the table entries; an answer in "
        "a stage also tells whether it is the one that counts for its question (in_force)."
    ),
    "seen": N_(
        "What was on the screen with each answer, by its digest; without the key until that was told."
    ),
}
