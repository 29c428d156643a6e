"""What the pages of a report are called, in the order in which they usually stand. Floor: wording.

Answers to questions stand between those before and those behind.
"""

from typing import Final

from planner.storage.sentences.catalog import translate

PAGES_BEFORE: Final = ("summary", "comparison")
PAGES_BEHIND: Final = ("charts", "dates", "care")
PAGES: Final = (*PAGES_BEFORE, *PAGES_BEHIND)


def page_names() -> dict[str, str]:
    """Return what the pages of a report are called, by their keys."""
    return {
        "summary": translate("ReportContents", "Summary: what follows, and inputs that differ"),
        "comparison": translate("ReportContents", "Comparison of outcomes"),
        "charts": translate("ReportContents", "Charts"),
        "dates": translate("ReportContents", "Dates, targets and combinations"),
        "care": translate("ReportContents", "Read with care"),
    }
