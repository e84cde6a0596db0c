"""Where an error that nobody expected happened, for the log: never what it said."""

from pathlib import Path


def spor(feil: BaseException) -> str:
    """Type and places of an error, never its message: messages may hold what people typed."""
    ledd, steder = feil.__traceback__, []
    while ledd is not None:
        steder.append(f"{Path(ledd.tb_frame.f_code.co_filename).name}:{ledd.tb_lineno}")
        ledd = ledd.tb_next
    return f"{type(feil).__name__} {' > '.join(steder)}"
