"""Numbers that a format counts and does not store, as they are shown before the items of a list."""

from __future__ import annotations

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# Beyond so many items, one is numbered in digits: letters and Roman numbers get longer as they count.
LONGEST_LIST = 10_000


def list_number(number: int, form: str) -> str:
    """Return a number as it stands in a list of a form that ISO/IEC 29500-1, section 17.18.59, names."""
    if number > LONGEST_LIST:
        return str(number)
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            text, rest = "", number
            for value, sign in ROMAN:
                text += sign * (rest // value)
                rest %= value
            return text if form == "lowerRoman" else text.upper()
        case "decimalZero":
            return f"{number:02}"
    return str(number)
