"""Where the name of a line stands: beside it, over no line, or nowhere."""

from ui.charts.paths.word_place import Room, WordPlace, place_beside

ROOM = Room(0, 10, 0, 100, 2, 10)
LEVEL = ((0, 10), (50, 50))


def test_that_it_stands_over_the_middle_of_its_line_where_that_is_free():
    place = place_beside(LEVEL, [((0, 10), (90, 90))], ROOM)
    assert place == WordPlace(5, 50, is_over=True)


def test_that_it_stands_under_its_line_where_another_one_goes_through():
    place = place_beside(LEVEL, [((0, 10), (55, 55))], ROOM)
    assert place == WordPlace(5, 50, is_over=False)


def test_that_it_gives_way_to_a_line_that_crosses():
    steep = ((4.9, 5.1), (0, 100))
    place = place_beside(LEVEL, [((0, *steep[0], 10), (0, *steep[1], 100))], ROOM)
    assert place is not None
    assert abs(place.x - 5) > 1


def test_that_there_is_none_where_all_is_full():
    lines = [((0, 10), (y, y)) for y in range(0, 101, 5)]
    assert place_beside(LEVEL, lines, ROOM) is None
