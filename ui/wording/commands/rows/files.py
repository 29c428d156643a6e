"""The rows of the menu File: files, scenarios and what leaves the window, in their order in it."""

from typing import Final

from ui.wording.commands.chart_exports import CHART_EXPORTS, REPORT_EXPORTS
from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

FILE: Final[tuple[Command | Menu, ...]] = (
    Menu(key="file", text=QT_TRANSLATE_NOOP("Commands", "&File")),
    Command(
        key="new",
        text=QT_TRANSLATE_NOOP("Commands", "&New scenario"),
        handler="files.new",
        menu="file",
        standard_key="New",
        icon="new",
        toolbar="files",
        places=("scenarios", "scenario"),
    ),
    Command(
        key="open",
        text=QT_TRANSLATE_NOOP("Commands", "&Open…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Open scenarios or a session…"),
        handler="files.ask_open",
        menu="file",
        standard_key="Open",
        icon="open",
        toolbar="files",
    ),
    Command(
        key="import_sheet",
        text=QT_TRANSLATE_NOOP("Commands", "&Import scenarios from a sheet…"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Scenarios of a workbook that was exported here and changed since"
        ),
        handler="sheets.ask_import",
        menu="file",
    ),
    Menu(key="examples", text=QT_TRANSLATE_NOOP("Commands", "Open exa&mple"), inside="file"),
    Menu(key="recent", text=QT_TRANSLATE_NOOP("Commands", "Open &recent"), inside="file"),
    Command(
        key="save",
        text=QT_TRANSLATE_NOOP("Commands", "&Save"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Save the scenario"),
        handler="scenarios.save",
        menu="file",
        is_apart=True,
        standard_key="Save",
        icon="save",
        enabled_when="writable",
        toolbar="files",
        places=("scenario",),
    ),
    Command(
        key="save_as",
        text=QT_TRANSLATE_NOOP("Commands", "Save &as…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Save the scenario as…"),
        handler="saving.save_as_from_menu",
        menu="file",
        standard_key="SaveAs",
        shortcuts=("Ctrl+Shift+S",),
    ),
    Command(
        key="save_all",
        text=QT_TRANSLATE_NOOP("Commands", "Save a&ll"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Save all scenarios"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Each in its file or session; those without one ask for a name"
        ),
        handler="sessions.save_all",
        menu="file",
    ),
    Command(
        key="save_session",
        text=QT_TRANSLATE_NOOP("Commands", "Sa&ve session"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "All scenarios, charts, cards, places and the view, in one file to mail"
        ),
        handler="sessions.save",
        menu="file",
        is_apart=True,
        shortcuts=("Ctrl+Alt+S",),
    ),
    Command(
        key="save_session_as",
        text=QT_TRANSLATE_NOOP("Commands", "Save session as…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Save the session as…"),
        handler="sessions.ask_save_as",
        menu="file",
        shortcuts=("Ctrl+Alt+Shift+S",),
    ),
    Command(
        key="duplicate",
        text=QT_TRANSLATE_NOOP("Commands", "&Duplicate scenario"),
        handler="scenarios.duplicate",
        menu="file",
        is_apart=True,
        shortcuts=("Ctrl+D",),
        icon="duplicate",
        places=("scenarios", "scenario"),
    ),
    Command(
        key="rename",
        text=QT_TRANSLATE_NOOP("Commands", "R&ename scenario"),
        handler="scenarios.rename_in_list",
        menu="file",
        shortcuts=("F2",),
        places=("scenario",),
    ),
    Command(
        key="properties",
        text=QT_TRANSLATE_NOOP("Commands", "Scenario &properties…"),
        tip=QT_TRANSLATE_NOOP("Commands", "Title, author and notes of the scenario"),
        handler="scenarios.show_properties",
        menu="file",
        shortcuts=("Ctrl+I",),
    ),
    Command(
        key="close",
        text=QT_TRANSLATE_NOOP("Commands", "&Close scenario"),
        handler="scenarios.close",
        menu="file",
        shortcuts=("Ctrl+W",),
        icon="close",
        places=("scenarios", "scenario"),
    ),
    Menu(key="export", text=QT_TRANSLATE_NOOP("Commands", "E&xport"), inside="file", is_apart=True),
    *CHART_EXPORTS,
    Command(
        key="export_all",
        text=QT_TRANSLATE_NOOP("Commands", "&All charts…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Export all charts…"),
        handler="exports.export_all",
        menu="export",
        shortcuts=("Ctrl+Shift+E",),
    ),
    Command(
        key="export_sheet",
        text=QT_TRANSLATE_NOOP("Commands", "Charts on &one sheet…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Export all charts on one sheet…"),
        tip=QT_TRANSLATE_NOOP("Commands", "The four charts as one picture or page"),
        handler="exports.export_sheet",
        menu="export",
        places=("chart",),
    ),
    Command(
        key="export_numbers",
        text=QT_TRANSLATE_NOOP("Commands", "&Numbers…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Export all numbers…"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Every outcome of the scenario, as CSV or Excel workbook"
        ),
        handler="exports.export_numbers",
        menu="export",
        places=("chart",),
    ),
    Command(
        key="export_scenarios",
        text=QT_TRANSLATE_NOOP("Commands", "Scenarios as a s&heet…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Export scenarios as a sheet…"),
        tip=QT_TRANSLATE_NOOP(
            "Commands",
            "The inputs of all open scenarios, to change in a spreadsheet and import again",
        ),
        handler="sheets.ask_export",
        menu="export",
    ),
    *REPORT_EXPORTS,
    Command(
        key="picture_size",
        text=QT_TRANSLATE_NOOP("Commands", "Si&ze of exported charts…"),
        handler="exports.choose_size",
        menu="export",
        is_apart=True,
    ),
    Command(
        key="anonymous",
        text=QT_TRANSLATE_NOOP("Commands", "&Without author and notes"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Export without author and notes"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Exports and what pictures carry leave out the author and the notes"
        ),
        handler="exports.leave_out_author",
        menu="export",
        checked_by="anonymous",
        places=("chart",),
    ),
    Command(
        key="quit",
        text=QT_TRANSLATE_NOOP("Commands", "&Quit"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Quit Suanli"),
        handler="window.close",
        menu="file",
        is_apart=True,
        standard_key="Quit",
        shortcuts=("Ctrl+Q",),
        role="quit",
    ),
)
