"""Descriptions: whom "the minister", "the bloc", "both sides", "Neridan artillery" or "the statement" stands for."""

from __future__ import annotations

from bisect import bisect_left

from app.parsing.actors.posts import HOLDERS, offices_in, offices_of
from app.parsing.actors.pronouns import SPOKESPEOPLE, Pronouns
from app.parsing.actors.titles import ABBREVIATED
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token
from app.records import ActorKind

GENERIC_BODIES = frozenset(
    {"agency", "organization", "organisation", "body", "group", "movement", "militia", "faction"}
)
CONTRASTED = frozenset(
    {"new", "next", "former", "other", "second", "incoming", "outgoing", "previous", "late", "rival", "fellow"}
)
ANOTHER = CONTRASTED | {"a", "an", "another", "any", "no", "every", "each", "first", "last", "then", "successive"}
AMERICA = "united-states"
LATEST_OWNER = 250  # tokens between "the administration" and the last one whose country was named, at most
LATEST_AUTHOR = 2  # sentences between "the statement" and its author, at most


def _is_bare(noun: Token) -> bool:
    """Whether "two" stands before the noun with no more than an article: "the two leaders", not "two former ministers of hers"."""
    return all(child.dep_ in ("det", "nummod", "punct", "relcl", "case") for child in noun.children)


class Descriptions(Pronouns):
    """Sightings that know whom a noun without a name stands for."""

    __slots__ = ()

    def _resolve_description(self, token: Token) -> tuple[str, ...]:
        noun = token.lemma_.casefold()
        determiner = next((child.lower_ for child in token.children if child.dep_ in ("det", "predet")), "")
        number = any(child.lower_ == "two" for child in token.children)
        if noun in read_words("names", "paired") and (
            determiner in ("both", "either", "neither", "each")
            or (number and _is_bare(token))
            or (noun in ("party", "side", "delegation") and token.tag_ == "NNS" and determiner == "the")
        ):
            return self._pair(noun)
        if noun in SPOKESPEOPLE and (of := self._speaks_for(token)):
            return of
        if noun in read_words("names", "offices_of"):
            return self._office_holder(token)
        if noun in read_words("speech", "texts") or noun in read_words("speech", "findings"):
            return self._author_of(token) or self._last_author(token, noun)
        if noun in HOLDERS and (officer := self._officer_of(token)):
            return (officer,)
        if owner := self._state_of(token, noun, determiner):
            return owner
        if noun in read_words("names", "bodies") and determiner in ("the", "this", "that") and token.tag_ != "NNS":
            key = self._find_described_body(token, noun)
            return (key,) if key else ()
        if (
            determiner in ("the", "those", "these")
            and token.tag_ == "NNS"
            and (key := self._find_described_group(noun))
        ):
            return (key,)
        if determiner in ("the", "this", "that") and token.tag_ in ("NN", "NNP"):
            key = self._find_described_person(token, noun)
            return (key,) if key else ()
        return ()

    def _pair(self, noun: str) -> tuple[str, ...]:
        """The two countries, or the two leaders, whom the article names most."""
        counts: dict[str, int] = {}
        for key, count in self.times_named.items():
            figure = self.figures[key]
            wanted = (
                figure.kind is ActorKind.PERSON
                and any(
                    word in figure.role.casefold()
                    for word in ("president", "prime", "chancellor", "king", "chairman", "premier", "leader")
                )
                if noun in read_words("names", "leaders")
                else figure.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)
                if noun in ("side", "party", "delegation", "commander", "army")
                else figure.kind is ActorKind.COUNTRY
            )
            if wanted:
                counts[key] = count
        most = sorted(counts, key=lambda key: (-counts[key], key))[:2]
        return tuple(key for key in counts if key in most) if len(most) == 2 else ()

    def _speaks_for(self, token: Token) -> tuple[str, ...]:
        """A spokesman without a name speaks as the body he speaks for, or of which the passage tells; for a person he stays an
        unnamed person."""
        owned = any(
            child.dep_ in ("poss", "compound", "nmod", "amod") or child.lower_ in ("for", "of")
            for child in token.children
        )
        for child in token.children:
            owners = self.resolve(child) if child.dep_ in ("poss", "compound", "nmod") else ()
            seat = self.gazetteer.seat(token.doc[child.left_edge.i : child.i + 1].text)
            if child.dep_ == "compound" and seat and (key := self.country_key(seat)):
                return (key,)  # "a White House spokeswoman"
            if child.dep_ == "prep" and child.lower_ in ("for", "of"):
                owners = next(
                    (self.resolve(grandchild) for grandchild in child.children if grandchild.dep_ == "pobj"), ()
                )
            if owners:
                return owners[:1] if self.figures[owners[0]].kind is not ActorKind.PERSON else ()
        if country := self.country_of(token):
            return (country,)  # "a White House spokeswoman"
        return () if owned else self._body_told_of(token)

    def _body_told_of(self, token: Token) -> tuple[str, ...]:
        """The organisation that does something in the clause ("KFOR sent 200 soldiers, a spokesman said"); else the body that
        does, or the state that speaks, in the sentence before it in the paragraph."""
        paragraph = self.article.paragraph_of(token.idx)
        for nth, seen in enumerate(self.sightings_back(token)):
            subjects = [one for one in seen if one.subject and not one.quoted]
            if not subjects and not nth:
                continue
            if (
                nth > 1
                or not subjects
                or self.article.paragraph_of(self.article.doc[subjects[0].token].idx) != paragraph
            ):
                return ()
            told = self._foremost(subjects)
            verb = self.article.doc[told.token].head
            speaks = verb.lemma_ in read_words("speech", "saying") or verb.lemma_ in read_words("speech", "acts")
            kind = self.figures[told.key].kind
            if kind is ActorKind.ORGANIZATION or (nth and kind is ActorKind.COUNTRY and speaks):
                return (told.key,)
            return ()
        return ()

    def _officer_of(self, token: Token) -> str | None:
        """The person named last, or else next, who holds the office that the words name: "Norway's foreign minister"."""
        words = token.doc[token.left_edge.i : token.i + 1]
        offices = offices_in(words.text)
        if not offices or any(word.lower_ in ANOTHER for word in words) or not (country := self.country_of(token)):
            return None
        at, side = self.namings_before(token), self.figures[country].name
        keys = (naming.key for naming in self.namings[:at][::-1] + self.namings[at:])
        return next(
            (key for key in keys if self.figures[key].side == side and offices & offices_of(self.figures[key])), None
        )

    def _office_holder(self, token: Token) -> tuple[str, ...]:
        """A person's office or campaign speaks and acts for that person: "her office announced"."""
        for child in token.children:
            if child.dep_ in ("poss", "compound") and (keys := self.resolve(child)):
                return keys[:1]
        return ()

    def _author_of(self, token: Token) -> tuple[str, ...]:
        """A statement, a letter or a poll speaks for its author: the owner that its words name."""
        for child in token.children:
            if child.dep_ in ("poss", "compound", "nmod", "amod"):
                if keys := self.resolve(child):
                    return keys[:1]
                if (country := self.gazetteer.nation(child)) and (key := self.country_key(country)):
                    return (key,)
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of", "in"):
                for grandchild in child.children:
                    keys = self.resolve(grandchild) if grandchild.dep_ == "pobj" else ()
                    if keys and (child.lower_ != "in" or self.figures[keys[0]].kind is ActorKind.ORGANIZATION):
                        return keys[:1]
            if child.dep_ == "relcl":
                for author in (grandchild for grandchild in child.children if grandchild.dep_ == "nsubj"):
                    if author.tag_ not in ("WP", "WDT") and (keys := self.resolve(author)):
                        return keys[:1]
            if child.dep_ == "acl" and child.tag_ == "VBN" and (keys := self._maker(child)):
                return keys
        return ()

    def _maker(self, made: Token) -> tuple[str, ...]:
        """Who stands behind "by", else behind "for", of a participle: "a poll conducted by Edison for Radio Dala"."""
        found: dict[str, tuple[str, ...]] = {}
        for child in made.children:
            for author in child.children if child.lower_ in ("by", "for") else ():
                if author.dep_ == "pobj" and (keys := self.resolve(author)):
                    found.setdefault(child.lower_, keys[:1])
        return found.get("by") or found.get("for") or ()

    def _last_author(self, token: Token, noun: str) -> tuple[str, ...]:
        """Whose text "the statement" is: whoever the sentences before are about."""
        if noun in read_words("speech", "findings") or not any(child.lower_ == "the" for child in token.children):
            return ()
        told_of_it = token.head.lower_ == "to" and token.head.head.lower_ == "according"
        for nth, seen in enumerate(self.sightings_back(token)):
            if told_of_it and not nth:
                continue  # "Norway will pay, according to the draft": the draft is not Norway's
            subjects = [one for one in seen if one.subject and not one.quoted]
            if subjects or nth > LATEST_AUTHOR:
                return (subjects[0].key,) if subjects else ()
        return ()

    def _state_of(self, token: Token, noun: str, determiner: str) -> tuple[str, ...]:
        """What belongs to a state acts for it: "Neridan artillery", "the government", "his country"."""
        organs = read_words("names", "organs")
        if noun not in organs and token.lower_ not in organs:
            return ()
        if determiner in ("any", "no", "every", "each", "another", "what", "which", "whichever", "some"):
            return ()
        counted = determiner in ("a", "an") or any(child.dep_ == "nummod" for child in token.children)
        if counted and noun in read_words("names", "single_persons"):
            return ()  # "one Israeli negotiator" is himself
        if country := self.country_of(token):
            return (country,)
        if token.tag_ == "NNS" and noun in read_words("names", "state_nouns"):
            return ()  # "the member states" are not the one state of which the passage tells
        if (noun in read_words("names", "possessor_organs") and determiner == "the") or noun in read_words(
            "names", "state_nouns"
        ):
            return self._owner_before(token, noun) or self._at_home(noun) or self._recent_country(token)
        return ()

    def _owner_before(self, token: Token, noun: str) -> tuple[str, ...]:
        """The country whose administration, or government, was named last: "the Obama administration … the administration"."""
        for index in range(token.i - 1, max(0, token.i - LATEST_OWNER), -1):
            word = self.article.doc[index]
            if word.lemma_.casefold() == noun and self.article.mark_of[index] < 0 and (owner := self.country_of(word)):
                return (owner,)
        return ()

    def _at_home(self, noun: str) -> tuple[str, ...]:
        """ "The administration" without an owner is what Americans call their government, in an article that names it."""
        return (AMERICA,) if noun == "administration" and self.times_named[AMERICA] else ()

    def _recent_country(self, token: Token) -> tuple[str, ...]:
        if key := self.country_key(self.scene_of(token.i)):
            return (key,)
        for seen in self.sightings_back(token):
            for one in sorted(seen, key=lambda one: (not one.subject, -one.token)):
                if side := self.side_of(one.key):
                    return (side,)
        return ()

    def _find_described_body(self, token: Token, noun: str) -> str | None:
        """The organisation named before with that noun in its name; "the agency" may be one without (Interpol), if it is the
        only one in the sentence before it, or its only subject."""
        if noun in GENERIC_BODIES:
            start = self.article.sentences[max(0, self.article.sentence_of[token.i] - 1)].start
            seen = self.sightings_in(start, token.i)
            bodies = [one for one in seen if self.figures[one.key].kind is ActorKind.ORGANIZATION]
            near = [one for one in bodies if self.figures[one.key].named]
            keys = {one.key for one in near if one.subject} or {one.key for one in near}
            if len(keys) == 1:
                return keys.pop()
        wanted = (
            read_words("names", "blocs") if noun in ("bloc", "alliance", "group") else {noun, noun.replace("s", "z")}
        )
        for naming in reversed(self.namings[: self.namings_before(token)]):
            figure = self.figures[naming.key]
            if figure.kind is ActorKind.ORGANIZATION and wanted & {word.casefold() for word in figure.name.split()}:
                return naming.key
        return None

    def _find_described_person(self, token: Token, noun: str) -> str | None:
        """The person whose role says that noun ("the minister"), or the unnamed source of it: the last one in the paragraph
        whom a sentence is about, or else who is named there; else the one whom the article is about most.
        """
        at = bisect_left(self.sighted, token.i)
        modifier = next((child.lower_ for child in token.children if child.dep_ in ("compound", "amod")), "")
        paragraph = self.article.paragraph_of(token.idx)
        counts: dict[str, int] = {}
        beside, barred = None, self._barred(token)  # "Brandt told the minister": he is not the minister
        for one in reversed(self.sightings[:at]):
            if one.key in barred or not self._is_described(one.key, noun, modifier):
                continue
            if self.article.paragraph_of(self.article.doc[one.token].idx) == paragraph:
                if one.subject:
                    return one.key
                beside = beside or one.key
            elif beside:
                break
            counts[one.key] = counts.get(one.key, 0) + 1
        return beside or (max(counts, key=lambda key: counts[key]) if counts else None)

    def _is_described(self, key: str, noun: str, modifier: str) -> bool:
        figure = self.figures[key]
        role = [ABBREVIATED.get(word, word) for word in figure.role.casefold().split()]
        leads = noun == "leader" and not read_words("names", "leaders").isdisjoint(role)
        if figure.kind is not ActorKind.PERSON or not (noun in role or noun == figure.head or leads):
            return False
        if modifier in CONTRASTED and modifier not in role:
            return False
        return not modifier or modifier in role or self.gazetteer.demonym(modifier.capitalize()) in (figure.side, None)

    def _find_described_group(self, noun: str) -> str | None:
        """The unnamed group of that noun seen last: "those people", "the officials"."""
        groups = {key for key, figure in self.figures.items() if figure.kind is ActorKind.GROUP and figure.head == noun}
        return next((one.key for one in reversed(self.sightings) if one.key in groups), None) if groups else None
