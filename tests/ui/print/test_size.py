"""Sizes of exported pictures: how they are written, what is allowed, how the sheet follows."""

import pytest

from ui.print.size import SIDE_LEAST, SIDE_MOST, PictureSize, SizeError, size_in


def test_that_a_size_is_read_as_it_is_written():
    for size in (PictureSize(), PictureSize(800, 900, 1.5), PictureSize(640, 480, 1)):
        assert size_in(str(size)) == size
    assert size_in(" 800x500 ") == PictureSize(800, 500, 1)


@pytest.mark.parametrize("text", ["", "800", "800x", "x500", "800x500@", "8e2x500", "800x500@2.5x"])
def test_that_what_is_no_size_is_told_how_to_write_one(text):
    with pytest.raises(SizeError, match="such as 1600x1000"):
        size_in(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8001x1000", "8001 x 1000 pixels is not allowed, only sides of 320 to 8000"),
        ("4001x1000@2", "8002 x 2000 pixels"),
        ("1000x319", "1000 x 319 pixels"),
        ("1000x1000@9", "a scale of 9 is not allowed, only 0.5 to 4"),
        ("1000x1000@0.4", "a scale of 0.4 is not allowed"),
    ],
)
def test_that_a_size_beyond_the_limits_is_refused(text, said):
    with pytest.raises(SizeError, match=said):
        size_in(text)


def test_that_the_limits_themselves_are_allowed():
    assert PictureSize(SIDE_MOST, SIDE_LEAST, 1).pixels == (8000, 320)
    assert PictureSize(80, 2000, 4).pixels == (320, 8000)


def test_that_a_sheet_keeps_the_shape_and_never_gets_too_small_for_its_text():
    for width, height in ((1600, 1000), (800, 900), (480, 320), (2000, 400), (600, 1600)):
        wide, high = PictureSize(width, height, 1).units
        assert wide / high == pytest.approx(width / height)
        assert wide >= 1200
        assert high >= 800 - 1e-9
    assert PictureSize(1600, 1000, 1).units == PictureSize(1600, 1000, 2).units == (1600, 1000)
    assert PictureSize(3200, 2000, 1).units == (1600, 1000)
