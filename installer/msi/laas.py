"""The lines of the lock file that hold on Windows: pip asks the machine it runs on, and this one is not it."""

import re
import sys
from pathlib import Path

from packaging.markers import Marker

BYGGEVERKTOEY = frozenset({"setuptools"})


def for_windows(tekst: str, serie: str) -> str:
    """The lock file without what Windows does not need, and without the conditions. `serie` is Python's, as 3.13."""
    miljoe = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_version": serie,
        "python_full_version": f"{serie}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    linjer = []
    for post in re.split(r"\n(?=[a-z])", tekst):
        treff = re.match(r"(([a-z0-9-]+)==[^\s;\\]+)\s*(?:;([^\\]+))?\\", post)
        if treff is None or treff[2] in BYGGEVERKTOEY:
            continue
        if treff[3] is None or Marker(treff[3].strip()).evaluate(miljoe):
            hasher = " ".join(re.findall(r"--hash=sha256:[0-9a-f]{64}", post))
            linjer.append(f"{treff[1]} {hasher}\n")
    return "".join(linjer)


if __name__ == "__main__":
    sys.stdout.write(for_windows(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2]))
