"""The pages of help as text: glossary, the model, licenses, and those that are written by hand."""
