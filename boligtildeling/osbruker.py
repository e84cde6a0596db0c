"""Who the operating system itself says is signed in: not what the environment says, which anyone may set."""

import os
import sys


def osbruker() -> str:
    """The name of the signed-in user of the operating system; their number when they have no name."""
    if sys.platform == "win32":
        import ctypes

        lengde = ctypes.c_ulong(257)
        navn = ctypes.create_unicode_buffer(lengde.value)
        if not ctypes.windll.advapi32.GetUserNameW(navn, ctypes.byref(lengde)):
            raise ctypes.WinError()
        return navn.value
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
