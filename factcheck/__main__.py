"""``python -m factcheck``: the same as the ``factcheck`` command."""

from factcheck.cli.app import main

if __name__ == "__main__":
    main()
