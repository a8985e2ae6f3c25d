"""Whether words tell that something is done or undone: "grant the loan" against "suspend the loan", "halt the withdrawal"."""

import re

DOING = """
    accept admit adopt allow appoint approve arm attend authorize authorise begin began begun build built buy bought
    confirm continue create deliver deploy deployment dispatch double establish evacuate expand expansion extend extension
    finance finish free fund give gave given grant guarantee hold held honor honour host impose imposition increase
    install introduce invite issue join keep kept launch lend lent let maintain meet met name normalize normalise
    normalization normalisation open opening pay paid payment permit provide publish raise ratify ratified ratification
    recognize recognise recognition release renew reopen reopening repay repaid restart restore restoration resume
    resumption sell send sent share sign start supply supplied support train transfer triple unblock unfreeze unfroze
    unlock visit welcome deployed reinstate rejoin rebuild rebuilt
"""
UNDOING = """
    abandon abandonment abolish abort arrest ban bar block blockade boycott break broke broken cancel cancellation cease
    close closure closing curb curtail cut deny denied destroy detain detention discontinue dismantle dissolve drop ease
    end expel expulsion freeze froze frozen halt jail leave left lift lower obstruct oust pause postpone postponement quit
    recall reduce reduction reject remove removal renege renounce repeal rescind retract retreat revoke scale scrap seize
    sever shelve shorten shut skip slash stop suspend suspension terminate termination torpedo trim veto waive withdraw
    withdrew withdrawn withdrawal withhold withheld
"""
PARTICLES = {
    ("call", "off"): -1,
    ("pull", "out"): -1,
    ("pull", "back"): -1,
    ("put", "off"): -1,
    ("tear", "up"): -1,
    ("tore", "up"): -1,
    ("walk", "out"): -1,
    ("walk", "away"): -1,
    ("back", "away"): -1,
    ("back", "out"): -1,
    ("turn", "back"): -1,
    ("give", "up"): -1,
    ("gave", "up"): -1,
    ("hand", "over"): 1,
    ("set", "up"): 1,
}
WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
BEFORE_A_NOUN = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "our", "any", "all", "this", "that", "further"]
)
LONGEST_NAME = 3  # words from a verb to the noun that it is done to: "halted the planned withdrawal"


def _root(word: str) -> str:
    """The word without its ending: "suspends", "suspending" and "suspended" have one root, "stop" and "stopped" too."""
    root = ENDING.sub("", word)
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] in "bdglmnprt" else root


SENSES = {_root(word): 1 for word in DOING.split()} | {_root(word): -1 for word in UNDOING.split()}

LED = {(_root(verb), particle): sense for (verb, particle), sense in PARTICLES.items()}


def find_sense(words: str) -> int:
    """1 where the words tell that something is done, given or begun, -1 where it is undone, kept back or ended, else 0.

    >>> find_sense("suspended the loan"), find_sense("suspended plans to withdraw the guards"), find_sense("row the boat")
    (-1, 1, 0)
    """
    plain = [match.group().casefold() for match in WORD.finditer(words)]
    first = next((at for at in range(len(plain)) if _sense_at(plain, at)), None)
    if first is None:
        return 0
    return _sense_at(plain, first) * _sense_behind(plain, first)


def _sense_at(plain: list[str], at: int) -> int:
    after = plain[at + 1] if at + 1 < len(plain) else ""
    return LED.get((_root(plain[at]), after)) or SENSES.get(_root(plain[at]), 0)


def _sense_behind(plain: list[str], first: int) -> int:
    """What the first verb is done to: "began closing", "plans to withdraw", "halted the withdrawal", "the freeze was lifted"."""
    named = first > 0 and plain[first - 1] in BEFORE_A_NOUN
    for at in range(first + 1, len(plain) if named else min(len(plain), first + 1 + LONGEST_NAME)):
        sense, before = _sense_at(plain, at), plain[at - 1]
        if not sense:
            continue
        linked = before == "to" or (at == first + 1 and plain[at].endswith("ing"))
        noun = not linked and any(word in BEFORE_A_NOUN for word in plain[first + 1 : at])
        passive = named and before in ("was", "were", "been", "be", "is", "are")
        return sense if linked or passive or (noun and not named) else 1
    return 1


def are_opposed(earlier: str, later: str) -> bool:
    """One tells that the thing is done, the other that it is undone; False where either tells neither.

    >>> are_opposed("grant Chad a loan", "suspended the loan"), are_opposed("lift the ban", "The ban was lifted")
    (True, False)
    """
    return find_sense(earlier) * find_sense(later) < 0
