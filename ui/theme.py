"""How everything looks: the colours and sizes of both themes, the bundled font, and the one style sheet."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

FONT_FILES = ("SourceSansPro-Regular", "SourceSansPro-Semibold", "SourceSansPro-Bold", "SourceSansPro-It")
FAMILY = "Source Sans Pro"
TEXT, SMALL, HEADING, SUBHEADING, BIG = 15, 14, 24, 18, 38
LEFT_WIDTH, RIGHT_WIDTH, FOLD_WIDTH = 272, 350, 1280
ROW_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, by what they are for; `*_text` stands on the colour of the same name."""

    background: str
    card: str
    text: str
    muted: str
    accent: str
    on_accent: str
    strip: str
    on_strip: str
    soft: str
    warn: str
    warn_text: str
    wrong: str
    wrong_text: str
    ok: str
    ok_text: str
    line: str


LIGHT = Tokens(
    background="#F4F6F8",
    card="#FFFFFF",
    text="#1A2430",
    muted="#51606F",
    accent="#055FA5",
    on_accent="#FFFFFF",
    strip="#002C54",
    on_strip="#FFFFFF",
    soft="#E6F0F8",
    warn="#FFF3DC",
    warn_text="#5A3200",
    wrong="#FDE8E8",
    wrong_text="#7A1010",
    ok="#E3F4E8",
    ok_text="#0B4A22",
    line="#CBD4DC",
)
DARK = Tokens(
    background="#12181F",
    card="#1A222B",
    text="#E8EDF2",
    muted="#A9B6C3",
    accent="#6CB6F2",
    on_accent="#0B1620",
    strip="#0B2238",
    on_strip="#F2F7FB",
    soft="#1E3347",
    warn="#3B2C10",
    warn_text="#FFDFA6",
    wrong="#40191B",
    wrong_text="#FFC9C9",
    ok="#16341F",
    ok_text="#B8EBC8",
    line="#36424E",
)
# What is written on what: a test holds each pair to at least 4.5.
TEXT_ON = (
    ("text", "background"),
    ("text", "card"),
    ("text", "soft"),
    ("muted", "background"),
    ("muted", "card"),
    ("muted", "soft"),
    ("accent", "card"),
    ("accent", "background"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("on_strip", "strip"),
    ("warn_text", "warn"),
    ("wrong_text", "wrong"),
    ("wrong_text", "card"),
    ("wrong_text", "soft"),
    ("ok_text", "ok"),
    ("ok_text", "card"),
)


class Theme:
    """The theme in use; `choice` is lys, moerk or system.

    The style sheet is worn by windows, not by the application: parts that are still being put together have no style
    to work out, and get it once, when they are put into a window.
    """

    def __init__(self) -> None:
        self.tokens = LIGHT
        self.choice = "system"
        self._windows: list[QWidget] = []

    def color(self, name: str) -> QColor:
        return QColor(getattr(self.tokens, name))

    def dress(self, window: QWidget) -> None:
        """The window wears the theme from now on, also when it changes."""
        self._windows = [w for w in self._windows if isValid(w)]
        self._windows.append(window)
        window.setStyleSheet(_style_sheet(self.tokens))

    def apply(self, app: QApplication, choice: str | None = None) -> None:
        """Puts on the theme, when it is another; follows the system's own choice when asked to."""
        self.choice = choice or self.choice
        dark_system = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self.choice == "moerk" or (self.choice == "system" and dark_system)
        wanted = DARK if dark else LIGHT
        if wanted is self.tokens:
            return
        self.tokens = wanted
        app.setPalette(_palette(wanted))
        for window in self._windows:
            if isValid(window):
                window.setStyleSheet(_style_sheet(wanted))


THEME = Theme()


def set_up(app: QApplication, choice: str = "system") -> None:
    """Fusion, the bundled font, and the theme."""
    app.setStyle("Fusion")
    for name in FONT_FILES:
        QFontDatabase.addApplicationFontFromData(files("resources").joinpath(f"fonts/{name}.ttf").read_bytes())
    font = QFont(FAMILY)
    font.setPixelSize(TEXT)
    app.setFont(font)
    app.setPalette(_palette(THEME.tokens))
    THEME.apply(app, choice)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    a, b = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _palette(t: Tokens) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for name, value in (
        (role.Window, t.background),
        (role.WindowText, t.text),
        (role.Base, t.card),
        (role.AlternateBase, t.card),
        (role.Text, t.text),
        (role.PlaceholderText, t.muted),
        (role.Button, t.card),
        (role.ButtonText, t.text),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.ToolTipBase, t.card),
        (role.ToolTipText, t.text),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.Accent, t.accent),
        (role.Mid, t.line),
        (role.Dark, t.muted),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(t.muted))
    return palette


def _style_sheet(t: Tokens) -> str:
    return f"""
* {{ font-family: "{FAMILY}"; font-size: {TEXT}px; }}
QMainWindow, QDialog, QWidget[flate="grunn"] {{ background: {t.background}; }}
QScrollArea, QScrollArea > QWidget > QWidget[flate="klar"] {{ background: transparent; border: none; }}
QSplitter::handle {{ background: transparent; }}
QFrame[flate="kort"] {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[flate="rad"] {{ background: transparent; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[flate="felt"] {{ background: {t.background}; border: 1px solid {t.line}; border-radius: 6px; }}
QFrame[flate="over"] {{ background: {t.card}; border: 2px solid {t.accent}; border-radius: 8px; }}
QFrame[flate="ramme"] {{ background: transparent; border: 3px solid {t.accent}; border-radius: 8px; }}
QListWidget[flate="funn"] {{ background: transparent; border: none; outline: none; }}
QListWidget[flate="funn"]::item {{ padding: 6px 8px; border-radius: 4px; color: {t.text}; }}
QListWidget[flate="funn"]::item:selected {{ background: {t.soft}; color: {t.text}; }}
QFrame[flate="strek"] {{ background: {t.line}; border: none; }}
QFrame[flate="stripe"] {{ background: {t.strip}; }}
QFrame[flate="stripe"] QLabel {{ color: {t.on_strip}; }}
QLabel {{ background: transparent; }}
QLabel[skrift="h1"] {{ font-size: {HEADING}px; font-weight: 600; }}
QLabel[skrift="h2"] {{ font-size: {SUBHEADING}px; font-weight: 600; }}
QLabel[skrift="h3"] {{ font-weight: 600; }}
QLabel[skrift="stor"] {{ font-size: {BIG}px; font-weight: 700; color: {t.accent}; }}
QLabel[skrift="liten"] {{ font-size: {SMALL}px; color: {t.muted}; }}
QLabel[skrift="dempet"] {{ color: {t.muted}; }}
QLabel[skrift="feil"] {{ color: {t.wrong_text}; font-weight: 600; }}
QLabel[skrift="navn"] {{ font-size: {SUBHEADING}px; font-weight: 600; }}
QLabel[lenke="lenke"] {{ color: {t.accent}; font-weight: 600; }}
QLabel[lenke="senere"] {{ color: {t.muted}; }}
QLabel[merke] {{ font-size: {SMALL}px; font-weight: 600; border-radius: 4px; padding: 3px 10px; }}
QFrame[flate="stripe"] QLabel[merke="advarsel"] {{ color: {t.warn_text}; }}
QFrame[flate="stripe"] QLabel[merke="galt"] {{ color: {t.wrong_text}; }}
QLabel[merke="ok"] {{ background: {t.ok}; color: {t.ok_text}; }}
QLabel[merke="galt"] {{ background: {t.wrong}; color: {t.wrong_text}; }}
QLabel[merke="advarsel"] {{ background: {t.warn}; color: {t.warn_text}; }}
QLabel[merke="rolig"] {{ background: {t.soft}; color: {t.text}; }}
QFrame[panel="galt"] {{ background: {t.wrong}; border: 1px solid {t.wrong_text}; border-radius: 8px; }}
QFrame[panel="galt"] QLabel, QFrame[panel="galt"] QPushButton[slag="lenke"] {{ color: {t.wrong_text}; }}
QFrame[panel="advarsel"] {{ background: {t.warn}; border: 1px solid {t.warn_text}; border-radius: 8px; }}
QFrame[panel="advarsel"] QLabel, QFrame[panel="advarsel"] QPushButton[slag="lenke"] {{ color: {t.warn_text}; }}
QFrame[panel="ok"] {{ background: {t.ok}; border: 1px solid {t.ok_text}; border-radius: 8px; }}
QFrame[panel="ok"] QLabel {{ color: {t.ok_text}; }}
{_buttons(t)}{_fields(t)}{_lists(t)}{_menus(t)}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.card}; color: {t.accent}; border: 1px solid {t.accent}; border-radius: 6px;
  padding: 8px 16px; font-weight: 600; min-height: 18px; }}
QPushButton:hover {{ background: {t.soft}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 7px 15px; background: {t.soft}; }}
QPushButton[slag="primaer"] {{ background: {t.accent}; color: {t.on_accent}; }}
QPushButton[slag="primaer"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[slag="liten"] {{ padding: 4px 10px; }}
QPushButton[slag="liten"]:focus {{ padding: 3px 9px; }}
QPushButton[slag="lenke"] {{ background: transparent; border: 2px solid transparent; padding: 2px 4px;
  text-align: left; color: {t.accent}; border-radius: 4px; }}
QPushButton[slag="lenke"]:hover {{ text-decoration: underline; }}
QPushButton[slag="lenke"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[slag="senere"] {{ background: transparent; border: 2px solid transparent; padding: 2px 4px;
  text-align: left; color: {t.muted}; font-weight: 400; border-radius: 4px; }}
QPushButton[slag="senere"]:hover {{ text-decoration: underline; }}
QPushButton[slag="senere"]:focus {{ border: 2px solid {t.accent}; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 4px; padding: 3px 6px 3px 2px; spacing: 8px;
  background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 2px solid {t.muted};
  background: {t.card}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 10px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{_tick(t)}"); }}
QRadioButton::indicator:checked {{ border-color: {t.accent}; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 {t.accent}, stop: 0.55 {t.accent}, stop: 0.65 {t.card}, stop: 1 {t.card}); }}
"""


def _tick(t: Tokens) -> str:
    """The tick of a box, in a file: a style sheet takes pictures from nowhere else."""
    return Path(str(files("resources"))).joinpath(f"icons/hake-{'moerk' if t is DARK else 'lys'}.svg").as_posix()


def _fields(t: Tokens) -> str:
    return f"""
QLineEdit, QPlainTextEdit {{ background: {t.card}; color: {t.text}; border: 1px solid {t.muted}; border-radius: 4px;
  padding: 6px 8px; selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.muted}; }}
QPlainTextEdit {{ padding: 4px; }}
QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 5px 7px; }}
QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 3px; }}
QLineEdit[feil="ja"], QPlainTextEdit[feil="ja"] {{ border: 2px solid {t.wrong_text}; padding: 5px 7px; }}
QPlainTextEdit[feil="ja"] {{ padding: 3px; }}
QFrame[flate="stripe"] QLineEdit {{ border: 1px solid {t.on_strip}; }}
QFrame[flate="stripe"] QLineEdit:focus {{ border: 2px solid {t.accent}; }}
QComboBox QAbstractItemView {{ background: {t.card}; color: {t.text}; border: 1px solid {t.muted}; outline: none;
  selection-background-color: {t.soft}; selection-color: {t.text}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 30px; padding: 0 8px; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QTableView, QTreeView {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 6px; gridline-color: {t.line};
  selection-background-color: {t.soft}; outline: none; }}
QTableView:focus, QTreeView:focus {{ border: 2px solid {t.accent}; }}
QTableView::item {{ border-bottom: 1px solid {t.line}; padding: 0 8px; }}
QTableView::item:selected {{ background: {t.soft}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {t.muted}; border: none; border-bottom: 1px solid {t.muted};
  padding: 8px 8px 8px 11px; font-size: {SMALL}px; font-weight: 600; }}
QTableCornerButton::section {{ background: {t.card}; border: none; }}
QListWidget[flate="steg"] {{ background: transparent; border: 2px solid transparent; border-radius: 8px;
  outline: none; }}
QListWidget[flate="steg"]:focus {{ border: 2px solid {t.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
  height: 0; width: 0; }}
"""


def _menus(t: Tokens) -> str:
    return f"""
QMenuBar {{ background: {t.card}; color: {t.text}; border-bottom: 1px solid {t.line}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.soft}; }}
QMenu {{ background: {t.card}; color: {t.text}; border: 1px solid {t.muted}; padding: 4px; }}
QMenu::item {{ padding: 7px 28px 7px 16px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.soft}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.muted}; padding: 6px; }}
QStatusBar {{ background: {t.card}; color: {t.muted}; border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: none; }}
"""
