"""Texts that no editor would print, in any size: what an article can hold at its worst.

Each maker takes a number of characters and returns about as many; `HOSTILE["one word"](1000)`.
"""

import random
from collections.abc import Callable

SENTENCES = (
    "“We will never accept that,” Prime Minister Ada Lund told reporters on Thursday, adding that her country wanted peace.",
    "If President Ivo Brandt refuses, Norland will close the strait, according to two officials.",
    "Mr. Brandt urged the United Nations to send inspectors and demanded that the siege be lifted by Nov. 12.",
    "He rejected the plan, saying: “It is a calendar, not an argument.”",
    "The talks in Geneva collapsed on Monday after both governments walked out.",
    "Russia and Ukraine agreed to exchange prisoners, the Kremlin said; Kyiv called it “a first step.”",
    "She must withdraw her troops before the ministers of Sundia and Norland meet again, the foreign minister insisted.",
)
MARKS = "“”‘’\"'«»„‚`´"
CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 127, *range(128, 160)]))
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200d\ufeff\u00ad"
EMOJI = "😀🇺🇦👩‍👩‍👧‍👦🏳️‍🌈✊🏿🕊️"
SURROGATES = "".join(chr(0xD800 + 37 * nth) for nth in range(16))
OTHERS = (
    "Der Kanzler sagte am Donnerstag, er werde den Plan „niemals“ annehmen, und forderte einen Abzug der Truppen.",
    "Le président a déclaré jeudi : « Nous n’accepterons jamais ce plan », avant de quitter la salle.",
    "Президент заявил в четверг: «Мы никогда не примем этот план», и потребовал вывода войск.",
    "总统周四表示：“我们绝不接受这个计划。”他要求对方撤军，并威胁关闭海峡。",
    "قال الرئيس يوم الخميس: «لن نقبل هذه الخطة أبدا»، وطالب بسحب القوات.",
    "प्रधानमंत्री ने गुरुवार को कहा, “हम इस योजना को कभी स्वीकार नहीं करेंगे।”",
)

Maker = Callable[[int], str]


def repeat(piece: str) -> Maker:
    """Makes the same piece again and again."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def shuffle(pieces: str | tuple[str, ...], between: str = "", every: int = 0) -> Maker:
    """Makes pieces in an order that looks random and is the same on every run; a paragraph ends after `every` pieces."""

    def make(size: int) -> str:
        order, made, length = random.Random(len(pieces)), [], 0
        while length < size:
            made.append(order.choice(pieces) + between)
            if every and len(made) % every == 0:
                made[-1] += "\n\n"
            length += len(made[-1])
        return "".join(made)[:size]

    return make


def spread(pieces: str, every: int) -> Maker:
    """Makes plain sentences with a piece in place of every so many letters."""

    def make(size: int) -> str:
        letters, order = list(prose(size)), random.Random(every)
        for at in range(every - 1, len(letters), every):
            letters[at] = order.choice(pieces)
        return "".join(letters)

    return make


def nest(opening: str, closing: str) -> Maker:
    """Makes brackets in brackets: as many open as close, a word in each."""
    return lambda size: f"{opening}no " * (size // 8) + "“Stop,” Ada Lund said. " + f"{closing} yes" * (size // 10)


def name_many(size: int) -> str:
    """As many people as sentences, each with a name, a title and a country of his own."""
    order = random.Random(7)
    made = [f"“No,” said Minister {invent(order)} {invent(order)} of {invent(order)}." for _ in range(size // 50)]
    return join_paragraphs(made, 3)


def invent(order: random.Random) -> str:
    return "".join(order.choice("bdklmnrst") + order.choice("aeiou") for _ in range(4)).capitalize()


def join_paragraphs(sentences: list[str], every: int) -> str:
    paragraphs = (" ".join(sentences[at : at + every]) for at in range(0, len(sentences), every))
    return "\n\n".join(paragraphs)


prose = shuffle(SENTENCES, " ", every=3)

HOSTILE: dict[str, Maker] = {
    "plain paragraphs": prose,
    "one line": shuffle(SENTENCES, " "),
    "lines of one sentence": shuffle(SENTENCES, "\n"),
    "capitals": lambda size: prose(size).upper(),
    "carriage returns": lambda size: prose(size).replace("\n", "\r\n"),
    "many names": name_many,
    "one word": repeat("a"),
    "no spaces": lambda size: prose(2 * size).replace(" ", "")[:size],
    "only marks": shuffle(MARKS),
    "only straight marks": repeat('"'),
    "only opening marks": repeat("“"),
    "opening marks before words": repeat("“no "),
    "single marks before words": repeat("‘no "),
    "marks in prose": spread(MARKS, 9),
    "only punctuation": shuffle(".,;:!?-–—…()[]{}/\\*•#"),
    "only full stops": repeat("."),
    "only line ends": repeat("\n"),
    "only spaces": lambda size: f"Ada Lund said no.{' ' * size}She left."[: size + 20],
    "controls in prose": spread(CONTROLS, 11),
    "directions in prose": spread(DIRECTIONS, 11),
    "emoji in prose": spread(EMOJI, 11),
    "only emoji": shuffle(EMOJI),
    "surrogates in prose": spread(SURROGATES, 11),
    "combining letters": repeat("e\u0301\u0302\u0303\u0304 "),
    "other languages": shuffle(OTHERS, " ", every=3),
    "nested brackets": nest("(", ")"),
    "nested marks": nest("“", "”"),
    "bullets": repeat("• release the prisoners by Friday\n"),
    "numbers": repeat("1,000 "),
    "addresses": repeat("https://example.org/a?b=c&d=e "),
    "commas": repeat("Ada Lund, "),
    "conjunctions": repeat("and Russia "),
    "that": repeat("he said that "),
    "if": repeat("if Russia will, "),
    "titles": repeat("President "),
    "abbreviations": repeat("U.S. Gen. Lt. Mr. "),
    "hyphens": repeat("anti-"),
}
