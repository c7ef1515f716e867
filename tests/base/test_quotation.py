from crossread.base.quotation import within_quotes


def test_marks_within_marks_become_single_ones() -> None:
    assert within_quotes("an inquiry “confirmed” it, isn’t it") == "an inquiry ‘confirmed’ it, isn’t it"
    assert within_quotes("none here") == "none here"
