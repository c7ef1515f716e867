"""What a question is about stands first among its sources: it comes into view where there is room for one."""

import pytest

from tests.content.shipped import pack_of


@pytest.mark.parametrize("name", ["corridor", "every-kind", "khojaly-1992"])
def test_the_source_that_a_question_weighs_stands_first(name: str) -> None:
    asked = [(one.id, getattr(one, "of", ""), one.sources) for one in pack_of(name).questions]
    weighed = [(id_, of, sources[0]) for id_, of, sources in asked if of in sources]
    assert weighed
    assert all(of == first for _id, of, first in weighed), weighed
