"""Writes every file that the code makes and that is not up to date, and names it."""

from tests.regenerate.files import ROOT, generated


def main() -> None:
    """Bring all of them up to date."""
    for name, make in generated().items():
        path, made = ROOT / name, make()
        if not path.exists() or path.read_bytes() != made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
            print(f"wrote {name}")  # noqa: T201


if __name__ == "__main__":
    main()
