"""What commands are called where no menu is around them: without the letter that chooses them."""

import re

import pytest

from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from ui.wording.commands.table import COMMANDS, MENUS
from ui.wording.commands.words import in_full, title_of_menu, view_name

BRACKETED = re.compile(r"\([A-Z]\)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_letter_of_a_menu_is_left_in_a_name(language):
    with speaking(language):
        names = (*map(in_full, COMMANDS), *map(title_of_menu, MENUS), view_name("difference"))
    for name in some(names):
        assert "&" not in name
        assert BRACKETED.search(name) is None, name
