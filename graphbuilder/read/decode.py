"""Bytes to text: encodings told apart, damage mended and said."""

import codecs
import re

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY = re.compile("[\udc80-\udcff]+")  # bytes that were no UTF-8, as `surrogateescape` keeps them
_CUT = re.compile(b"[\xc2-\xf4][\x80-\xbf]+")  # a character of several bytes whose end is missing
_MOJIBAKE = re.compile("[ÂÃâ][\u0080-\u00bf\u0152-\u0178\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]{1,2}")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff]")
_CONTROL_BYTES = re.compile(b"[\x00-\x08\x0e-\x1f\x7f]")
_LETTERS_OF_1252 = re.compile(b"[\xa0-\xff]")  # the bytes below are its quotes and dashes
_NOT_IN_1252 = re.compile(b"[\x81\x8d\x8f\x90\x9d]")
_HIGH_SHARE_OF_ENGLISH = 0.06  # with more letters beyond ASCII, a text is in another language
_NUL_SHARE_OF_UTF16 = 0.3


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    r"""Return the text of a file, with `\n` line ends and no control characters, and what was mended.

    Args:
        data: the bytes of the file.
        declared: encoding that the file names itself, such as the charset of an HTML page.
    """
    text, repairs = _decode(data, declared)
    text, more = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    return text, (*repairs, *more)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Mend a text that is decoded already, such as a value out of JSON.

    Quotes of Windows-1252 that were read as control characters become quotes again; other control characters
    become one space each and lone surrogates one replacement character each, so that offsets do not move.
    """
    repairs: list[str] = []
    mended = _MOJIBAKE.sub(_unmangle, text)
    if mended != text:
        repairs.append("Characters of UTF-8 that had been saved as Windows-1252 were put right.")
        text = mended
    if _CONTROLS.search(text):
        text, count = _CONTROLS.subn(_visible, text)
        repairs.append(f"Control characters were replaced one to one ({count}).")
    return text, tuple(repairs)


def is_binary(data: bytes) -> bool:
    """Tell whether bytes hold so many control characters that they are no text in any encoding."""
    sample = data[:8000]
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(data):
        return False
    return len(_CONTROL_BYTES.findall(sample)) > 0.1 * len(sample)


def _decode(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), (f"Read as {wide.upper()} without a byte-order mark.",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _with_mark(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _mend_utf8(data)
        note = f"Read as {encoding.upper()}; what could not be decoded was replaced by U+FFFD."
        return data.decode(encoding, "replace"), (note,)


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a mark: every second byte of Latin text is NUL."""
    sample = data[:4000]
    even, odd = sample[::2], sample[1::2]
    if not odd or not sample.count(0):
        return ""
    shares = even.count(0) / len(even), odd.count(0) / len(odd)
    if max(shares) < _NUL_SHARE_OF_UTF16 or min(shares) > 0.1:
        return ""
    return "utf-16-le" if shares[1] > shares[0] else "utf-16-be"


def _not_utf8(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    if declared:
        try:
            return data.decode(declared), (f"Read as {declared}, as the file says.",)
        except (LookupError, UnicodeDecodeError):
            pass
    escaped = data.decode("utf-8", "surrogateescape")
    strays = sum(len(run) for run in _STRAY.findall(escaped))
    multibyte = sum(1 for character in escaped if character > "\x7f") - strays
    if multibyte > strays or (multibyte and multibyte == strays):
        return _mend_utf8(data)
    letters = len(_LETTERS_OF_1252.findall(data))
    if letters < _HIGH_SHARE_OF_ENGLISH * len(data) and not _NOT_IN_1252.search(data):
        return _windows_1252(data), ("Read as Windows-1252.",)
    return _detected(data)


def _mend_utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Read UTF-8 with stray bytes: single ones as Windows-1252, cut characters as U+FFFD."""

    def mend(match: re.Match[str]) -> str:
        run = match.group().encode("utf-8", "surrogateescape")
        parts = _CUT.split(run)
        return "\N{REPLACEMENT CHARACTER}".join(_windows_1252(part) for part in parts)

    text, runs = _STRAY.subn(mend, data.decode("utf-8", "surrogateescape"))
    return text, (f"Broken UTF-8 was mended in {runs} place{'s' if runs > 1 else ''}.",)


def _windows_1252(data: bytes) -> str:
    """Decode bytes of which five have no meaning in Windows-1252: those become U+FFFD."""
    return data.decode("cp1252", "replace")


def _detected(data: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return _windows_1252(data), ("Read as Windows-1252, for want of a better guess.",)
    return data.decode(best.encoding, "replace"), (f"Read as {best.encoding}, recognised by its letters.",)


def _unmangle(match: re.Match[str]) -> str:
    try:
        return match.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match.group()


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return "\N{REPLACEMENT CHARACTER}"
    if "\x80" <= character <= "\x9f" and character != "\x85":
        return bytes([ord(character)]).decode("cp1252", "replace").replace("\N{REPLACEMENT CHARACTER}", " ")
    return " "
