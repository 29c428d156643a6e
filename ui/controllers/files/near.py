"""The folder in which a dialog for scenarios begins. Floor: controllers.

That of a dialog for exports is known to `ui.controllers.exports`.
"""

from ui.documents.workspace import Workspace
from ui.engine.file_tasks import FileTasks
from ui.process.state.settings import Settings
from ui.widgets.files.paths import folder_for_dialog


def folder_near(workspace: Workspace, settings: Settings, tasks: FileTasks) -> str:
    """Return the folder a file dialog begins in: that of the document, or of the last file."""
    near = (workspace.current.path, *settings.recent_files()[:1])
    folder = tasks.first_folder(path.parent for path in near if path is not None)
    return folder_for_dialog(folder)
