"""How what is typed finds a name: in any language, by parts of words, by pinyin. No Qt."""
