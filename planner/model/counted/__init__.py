"""What planners counted themselves, apart from what is published: values that scenarios carry."""
