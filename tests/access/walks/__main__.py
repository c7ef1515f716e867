"""Goes one way, and says what was found on it: `python3 -m tests.access.walks NAME`, in Debian's Python."""

import sys
from importlib import import_module

from tests.access.walk import Walk


def main(name: str) -> int:
    """Go one way through the window; return 0 where nothing was found wrong."""
    walk = Walk()
    try:
        import_module(f"tests.access.walks.{name}").go(walk)
    except BaseException:
        print(walk.tree())
        for fault in walk.faults:
            print(f"FAULT {fault}")
        raise
    for page, count in walk.pages.items():
        print(f"{page}: {count} focusable controls")
    for fault in walk.faults:
        print(f"FAULT {fault}")
    print(f"{name}: {len(walk.pages)} pages walked, {len(walk.faults)} faults", flush=True)
    return 1 if walk.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
