"""What each scenario has in the year that is shown, under the title of a chart on paper."""
