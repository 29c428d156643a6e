"""`--scenario TITLE --set name=value`: scenarios that stand on the command line, not in a file."""

import argparse

from planner.storage.sentences.catalog import translate
from ui.terminal.reading.inputs import title_of


def add_described(parser: argparse.ArgumentParser) -> None:
    """Add the option that begins a scenario; what sets something in it is the command's own."""
    parser.add_argument(
        "--scenario",
        dest="described",
        action=Described,
        default=[],
        metavar=translate("Terminal", "TITLE"),
        help=translate(
            "Terminal",
            "one more scenario: the baseline with every --set behind it; may be repeated",
        ),
    )


class Described(argparse.Action):
    """Begins a scenario: what is set behind it is set in it, up to the next one."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option: str | None = None,
    ) -> None:
        try:
            title = title_of(str(values))
        except argparse.ArgumentTypeError as error:
            text = translate("Terminal", "argument {option}: {wrong}")
            parser.error(text.format(option=option, wrong=error))
        setattr(namespace, self.dest, [*getattr(namespace, self.dest), (title, [])])


class SetInDescribed(argparse.Action):
    """Sets something in the scenario that stands last before it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option: str | None = None,
    ) -> None:
        described = getattr(namespace, self.dest)
        if not described:
            text = translate("Terminal", "argument {option}: it takes a --scenario before it")
            parser.error(text.format(option=option))
        *before, (title, changes) = described
        setattr(namespace, self.dest, [*before, (title, [*changes, str(values)])])
