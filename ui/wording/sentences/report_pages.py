"""What the pages of a report are called, in the order in which they usually stand. Floor: wording.

Answers to questions stand between those before and those behind.
"""

from typing import Final

from planner.storage.sentences.catalog import translate, translate_many

PAGES_BEFORE: Final = ("summary", "comparison")
PAGES_BEHIND: Final = ("charts", "dates", "care")
PAGES: Final = (*PAGES_BEFORE, *PAGES_BEHIND)
STORY: Final = "story"
"""The steps of the story, which stand in a report where that is asked for."""


def page_names() -> dict[str, str]:
    """Return what the pages of a report are called, by their keys."""
    return {
        "summary": translate("ReportContents", "Summary: what follows, and inputs that differ"),
        "comparison": translate("ReportContents", "Comparison of outcomes"),
        "charts": translate("ReportContents", "Charts"),
        "dates": translate("ReportContents", "Dates, targets and combinations"),
        "care": translate("ReportContents", "Read with care"),
    }


def story_name(steps: int) -> str:
    """Return what a story of so many steps is called among the pages."""
    text = translate_many("ReportContents", "Story: {count} step", "Story: {count} steps", steps)
    return text.format(count=steps)
