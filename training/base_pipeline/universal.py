"""CDT annotation into Universal Dependencies: function words below content words by rule, labels by what half of UD's dev set says.

In the Copenhagen Dependency Treebank a preposition heads its noun, an article or adjective-like pronoun heads its noun, a possessor
heads the thing possessed, an auxiliary heads the main verb, *at* heads its clause and a copula its predicate. UD has it the other
way round. What is turned is turned by the rules of ``_swaps``; names of relations, parts of speech and features that a rule
would have to enumerate are read off UD's own annotation of the same sentences (``Tables``, even sentences of the dev set), most
specific key first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from treebanks import Token

_AUXILIARIES = frozenset(["være", "have", "blive", "skulle", "ville", "kunne", "måtte", "burde", "turde", "få"])
_UPOS = {
    "NC": "NOUN", "NP": "PROPN", "VA": "VERB", "VE": "VERB", "AN": "ADJ", "AC": "NUM", "AO": "ADJ", "RG": "ADV", "SP": "ADP",
    "PP": "PRON", "PI": "PRON", "PD": "PRON", "PO": "DET", "PT": "PRON", "PC": "PRON", "CC": "CCONJ", "CS": "SCONJ", "U": "PART",
    "XP": "PUNCT", "XF": "X", "XS": "SYM", "XA": "X", "XR": "X", "I": "INTJ",
}  # fmt: skip
_RELATIONS = {
    "subj": "nsubj", "dobj": "obj", "iobj": "iobj", "pobj": "obl", "mod": "advmod", "pnct": "punct", "ROOT": "root", "rel": "acl:relcl",
    "conj": "conj", "coord": "cc", "expl": "expl", "qobj": "ccomp", "appr": "appos", "appa": "appos", "namef": "flat", "namel": "flat",
    "title": "flat", "name": "flat", "voc": "vocative", "vobj": "xcomp", "pred": "xcomp", "nobj": "nmod", "possd": "nmod",
    "avobj": "advmod", "aobj": "obl", "part": "nmod", "xpl": "expl", "modp": "advmod", "xtop": "dep", "numm": "nummod",
    "numa": "nummod",
}  # fmt: skip
_FEATURES = {
    "mood=indic": "Mood=Ind|VerbForm=Fin", "mood=infin": "VerbForm=Inf", "mood=imper": "Mood=Imp|VerbForm=Fin",
    "mood=partic": "VerbForm=Part", "mood=gerund": "VerbForm=Ger", "tense=present": "Tense=Pres", "tense=past": "Tense=Past",
    "voice=active": "Voice=Act", "voice=passive": "Voice=Pass", "gender=common": "Gender=Com", "gender=neuter": "Gender=Neut",
    "number=sing": "Number=Sing", "number=plur": "Number=Plur", "case=gen": "Case=Gen", "case=nom": "Case=Nom",
    "def=def": "Definite=Def", "def=indef": "Definite=Ind", "degree=pos": "Degree=Pos", "degree=comp": "Degree=Cmp",
    "degree=sup": "Degree=Sup", "person=1": "Person=1", "person=2": "Person=2", "person=3": "Person=3", "reflexive=yes": "Reflex=Yes",
}  # fmt: skip


def _coarse(token: Token) -> str:
    return token.tag[:2].rstrip("=")


@dataclass(slots=True)
class _Turned:
    """A sentence with UD's heads; ``keys[i]``: what is known of the edge above token ``i``, from specific to general."""

    heads: list[int]
    keys: list[tuple[str, ...]]
    functional: list[bool]


def turn(tokens: list[Token]) -> _Turned:
    """The heads as UD has them, and what each new edge came from."""
    children: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        children[token.head].append(index)
    swap = {index: child for index in range(len(tokens)) if (child := _swap(index, tokens, children)) is not None}
    swapped = {child: index for index, child in swap.items()}

    def content(index: int) -> int:
        for _ in tokens:
            if index not in swap:
                break
            index = swap[index]
        return index

    def holds(index: int) -> int:
        """Where what is left of ``index`` hangs: a noun that possesses keeps its own dependents."""
        for _ in tokens:
            if index not in swap or (tokens[swap[index]].rel == "possd" and _coarse(tokens[index])[:1] in "NX"):
                break
            index = swap[index]
        return index

    heads = [-1] * len(tokens)
    keys: list[tuple[str, ...]] = [()] * len(tokens)
    for index, token in enumerate(tokens):
        if index in swapped:
            continue
        bottom = content(index)
        above = holds(token.head) if token.head >= 0 else -1
        relation = token.rel
        if token.rel == "conj" and token.head >= 0 and tokens[token.head].rel == "coord":
            first = tokens[token.head].head
            above = content(first) if first >= 0 else holds(token.head)
        elif token.rel == "coord":
            last = next((child for child in children[index] if tokens[child].rel == "conj"), None)
            if last is not None:
                above = content(last)
        through = _coarse(tokens[index]) if bottom != index else ""
        heads[bottom] = above if above != bottom else -1
        over = _coarse(tokens[above])[:1] if above >= 0 else ""
        kind = _coarse(tokens[bottom])
        side = "<" if bottom < above else ">"
        keys[bottom] = (
            f"{relation}/{kind}/{through}/{over}/{side}",
            f"{relation}/{kind}/{through}/{over}",
            f"{relation}/{kind}/{through}",
            f"{relation}/{kind}",
        )
    for index, child in swap.items():
        noun = holds(child) if _coarse(tokens[index]) not in ("SP", "CS", "U", "VA") else content(child)
        if tokens[child].rel == "possd":
            noun = content(child)
        heads[index] = noun
        verb = "v" if _coarse(tokens[noun])[:1] == "V" else "n"
        keys[index] = (
            f"swap/{_coarse(tokens[index])}/{tokens[child].rel}/{tokens[index].lemma}/{verb}",
            f"swap/{_coarse(tokens[index])}/{tokens[child].rel}/{verb}",
            f"swap/{_coarse(tokens[index])}/{tokens[child].rel}",
        )
    return _Turned(_one_root(heads, tokens), keys, [index in swap for index in range(len(tokens))])


def _swap(index: int, tokens: list[Token], children: dict[int, list[int]]) -> int | None:
    """The dependent that stands above this token in UD, if there is one."""
    token, kind = tokens[index], _coarse(tokens[index])
    wanted: tuple[str, ...] = ()
    if kind == "CC":
        # "Men hun kom.": the conjunction stands above its clause only where nothing stands before.
        wanted = ("conj",) if token.rel == "ROOT" else ()
    elif kind in ("SP", "CS", "U"):
        wanted = ("nobj", "vobj", "dobj")
    elif kind == "PP":
        wanted = ("possd",)  # a nobj of "det" is an extraposed clause
    elif kind[:1] == "P" or kind in ("AC", "AN", "AO"):
        wanted = ("nobj", "possd")
    elif kind in ("NC", "NP", "XX", "XF", "XR", "XS", "RG"):
        wanted = ("namef", "possd")  # the first name stands above the family name
    elif kind == "VA" and token.lemma in _AUXILIARIES:
        wanted = ("vobj", "pred") if token.lemma == "være" else ("vobj",)
    for relation in wanted:
        for child in children[index]:
            if tokens[child].rel == relation:
                if relation == "vobj" and kind == "VA" and _coarse(tokens[child]) not in ("VA", "VE", "AN", "XX"):
                    continue
                if relation == "pred" and _coarse(tokens[child]) not in (
                    "AN",
                    "NC",
                    "NP",
                    "AC",
                    "AO",
                    "PI",
                    "PD",
                    "PO",
                    "PP",
                    "VA",
                ):
                    continue
                return child
    if kind in ("PI", "PD"):  # en hvid, de ældre: the adjective stands for a noun
        return next(
            (
                child
                for child in children[index]
                if child > index and tokens[child].rel == "mod" and _coarse(tokens[child]) == "AN"
            ),
            None,
        )
    return None


def _one_root(heads: list[int], tokens: list[Token]) -> list[int]:
    """Further roots hang on the nearest verb before (or the first root), and circles (none in sound input) are cut."""
    roots = [index for index, head in enumerate(heads) if head < 0]
    root = next((index for index in roots if _coarse(tokens[index])[:1] == "V"), roots[0] if roots else 0)
    for index in roots:
        if index != root:
            verbs = [step for step in range(index - 1, -1, -1) if _coarse(tokens[step])[:1] == "V" and step != index]
            heads[index] = verbs[0] if verbs and _coarse(tokens[index])[:1] != "V" else root
    heads[root] = -1
    for index in range(len(heads)):
        seen, step = set(), index
        while step >= 0 and step not in seen:
            seen.add(step)
            step = heads[step]
        if step >= 0:
            heads[index] = root if index != root else -1
    return heads


@dataclass(slots=True)
class Tables:
    """What UD writes for a CDT edge, a PAROLE tag or its features; filled by :meth:`learn`."""

    relations: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    features: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def learn(self, cdt: list[Token], ud: list[Token]) -> None:
        """Count one sentence that both treebanks have."""
        turned = turn(cdt)
        for index, (theirs, ours) in enumerate(zip(cdt, ud, strict=True)):
            if turned.heads[index] == ours.head:
                for key in turned.keys[index]:
                    self.relations[key][ours.rel] += 1
            for key in _part_keys(theirs, turned.functional[index]):
                self.parts[key][ours.upos] += 1
            for key in _feature_keys(theirs, ours.upos):
                self.features[key][ours.feats] += 1

    def convert(self, tokens: list[Token]) -> list[Token]:
        """The sentence as UD would have it; words with the tag XX (unknown to the annotators) keep no part of speech."""
        turned = turn(tokens)
        found = []
        for index, token in enumerate(tokens):
            known = token.tag[:2] != "XX"
            upos = _best(self.parts, _part_keys(token, turned.functional[index])) or _UPOS.get(_coarse(token), "X")
            feats = _best(self.features, _feature_keys(token, upos))
            if feats is None:
                feats = _features(token.feats)
            relation = _best(self.relations, turned.keys[index]) or _RELATIONS.get(token.rel, "dep")
            head = turned.heads[index]
            if head < 0:
                relation = "root"
            elif relation == "root":
                relation = "parataxis"
            found.append(
                replace(
                    token,
                    upos=upos if known else "",
                    feats=feats if known else "",
                    head=head,
                    rel=relation,
                    lemma=token.lemma if known else "",
                )
            )
        return found


def _part_keys(token: Token, functional: bool) -> tuple[str, ...]:
    tag = _coarse(token)
    return f"{tag}/{token.lemma}/{functional}", f"{tag}/{functional}", tag


def _feature_keys(token: Token, upos: str) -> tuple[str, ...]:
    closed = _coarse(token)[:1] in ("P", "U", "S", "C")
    return (f"{upos}/{token.tag}/{token.form.lower()}", f"{upos}/{token.tag}") if closed else (f"{upos}/{token.tag}",)


def _best(table: dict[str, Counter[str]], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        if key in table and sum(table[key].values()) >= (2 if key != keys[-1] else 1):
            return table[key].most_common(1)[0][0]
    return None


def _features(parole: str) -> str:
    """PAROLE features by name, where UD's dev half has no example; two values at once (common/neuter) say nothing."""
    found: set[str] = set()
    for feature in parole.split("|"):
        found.update(part for part in _FEATURES.get(feature, "").split("|") if part)
    return "|".join(sorted(found))
